package org.nostos.parties;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The parties that the caller may know of.
public interface Parties {

    /// All of them, the committee first, then by name.
    List<Party> all();

    Optional<Party> byId(UUID id);

    /// The one committee of this instance, once it has been founded.
    Optional<Party> committee();

    /// Adds the party as part of the act.
    void add(Party party, UUID act);
}
