package org.nostos.registry.internal;

import org.nostos.lists.ListAccepted;
import org.nostos.registry.Persons;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Gives every accepted record its person, within the transaction that accepts it.
@Component
class Registration {

    private final Persons persons;

    Registration(Persons persons) {
        this.persons = persons;
    }

    @EventListener
    void on(ListAccepted accepted) {
        long registered = persons.register(accepted.version(), accepted.act());
        if (registered != accepted.records()) {
            throw new IllegalStateException(
                    registered + " persons for " + accepted.records() + " records");
        }
    }
}
