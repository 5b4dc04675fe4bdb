package org.nostos.registry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who keeps which compartment, as far as the caller may know. Every method needs a running transaction.
public interface Keepers {

    /// All of them, those in force and those that wait first.
    List<Keeper> all();

    Optional<Keeper> byId(UUID id);

    void propose(UUID id, UUID account, UUID party, Compartment kind, String reason, UUID act);

    void confirm(UUID id, UUID act);

    void end(UUID id, String reason, UUID act);
}
