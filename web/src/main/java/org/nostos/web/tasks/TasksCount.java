package org.nostos.web.tasks;

import org.nostos.tasks.TaskKeeping;
import org.nostos.web.Room;
import org.nostos.web.RoomCount;
import org.springframework.stereotype.Component;

/// The number beside Tasks: how many are open.
@Component
class TasksCount implements RoomCount {

    private final TaskKeeping tasks;

    TasksCount(TaskKeeping tasks) {
        this.tasks = tasks;
    }

    @Override
    public Room room() {
        return Room.TASKS;
    }

    @Override
    public long now() {
        return tasks.open();
    }
}
