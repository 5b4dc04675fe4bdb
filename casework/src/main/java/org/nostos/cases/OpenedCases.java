package org.nostos.cases;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The cases that were opened. Every method needs a running transaction.
public interface OpenedCases {

    /// Opens a case for each of these persons who has none, as part of the act.
    ///
    /// @return how many were opened
    int open(Collection<UUID> persons, UUID act);

    /// The cases of these persons, the oldest first.
    List<OpenedCase> of(Collection<UUID> persons);

    /// The persons of a version's rows who have no case.
    List<UUID> without(UUID version);
}
