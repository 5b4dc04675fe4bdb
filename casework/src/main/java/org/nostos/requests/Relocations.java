package org.nostos.requests;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.StateCode;

/// Which third states are to be asked about whom. Every method needs a running transaction.
public interface Relocations {

    /// What was said of somebody known under these persons, in the order recorded.
    List<Relocation.Event> of(Collection<UUID> persons);

    /// Whether it stands that this state is to be asked to receive the person.
    boolean stands(UUID person, StateCode state);

    void turn(UUID person);

    void add(Relocation.Event event, UUID act);
}
