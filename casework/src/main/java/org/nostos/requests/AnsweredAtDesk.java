package org.nostos.requests;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// A state answered about these lines at its own desk, in the running transaction, which may not know
/// who they are about. Whoever keeps a summary of cases works it out with other eyes.
public record AnsweredAtDesk(Collection<UUID> lines) {
    public AnsweredAtDesk {
        lines = List.copyOf(lines);
    }
}
