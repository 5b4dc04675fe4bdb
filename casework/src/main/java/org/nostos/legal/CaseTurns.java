package org.nostos.legal;

import java.util.UUID;

/// One act on a case at a time.
public interface CaseTurns {

    /// Waits until nobody else acts on the person's case, until the running transaction ends.
    void take(UUID person);
}
