package org.nostos.web.lists;

import org.nostos.lists.ListReading;
import org.nostos.web.Room;
import org.nostos.web.RoomCount;
import org.springframework.stereotype.Component;

/// The number beside Lists: how many wait for somebody.
@Component
class ListsCount implements RoomCount {

    private final ListReading reading;

    ListsCount(ListReading reading) {
        this.reading = reading;
    }

    @Override
    public Room room() {
        return Room.LISTS;
    }

    @Override
    public long now() {
        return reading.waiting();
    }
}
