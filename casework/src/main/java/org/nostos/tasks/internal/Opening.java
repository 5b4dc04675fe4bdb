package org.nostos.tasks.internal;

import org.nostos.lists.RowsVanished;
import org.nostos.tasks.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Opens a task for everybody who vanished, in the transaction of the act that found it.
@Component
class Opening {

    private final Tasks tasks;

    Opening(Tasks tasks) {
        this.tasks = tasks;
    }

    @EventListener
    void on(RowsVanished vanished) {
        tasks.open(vanished.pair(), vanished.party(), vanished.records(), vanished.act());
    }
}
