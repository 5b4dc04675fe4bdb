package org.nostos.basics;

import java.util.UUID;

/// Where acts are written down. The entry commits with the change it speaks of, or not at all.
public interface Acts {

    /// Writes the act into the journal within the running transaction and returns its entry's id,
    /// which every fact that the act adds must carry.
    ///
    /// @throws IllegalStateException outside a transaction that a session has entered
    UUID record(Act act);
}
