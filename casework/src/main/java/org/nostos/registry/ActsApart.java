package org.nostos.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Acts of rooms whose files whoever takes a person apart does not read: they have to say where each act
/// goes, and learn of it that there is one, of what kind, when, and whom to ask.
public interface ActsApart {

    /// One act, of the person it hangs on now.
    record Done(UUID id, UUID person, String what, String words, String by, Instant at) {}

    /// What hangs on these persons in this room. Needs a running transaction.
    List<Done> of(String room, Collection<UUID> persons);
}
