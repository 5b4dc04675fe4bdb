package org.nostos.retention;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Legal holds, as far as the caller may know. Every method needs a running transaction.
public interface Holds {

    /// Those that stand first.
    List<Hold> all();

    Optional<Hold> byId(UUID id);

    void place(UUID id, UUID person, String reason, UUID act);

    void lift(UUID id, String reason, UUID act);
}
