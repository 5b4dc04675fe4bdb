package org.nostos.retention;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The retention schedule. Every method needs a running transaction.
public interface Rules {

    /// Every rule that was ever proposed: by category, the latest first.
    List<Rule> all();

    Optional<Rule> byId(UUID id);

    Optional<Rule> inForce(Category category);

    void propose(UUID id, Category category, int months, String legalGround, UUID act);

    void confirm(UUID id, UUID act);
}
