package org.nostos.cases;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;

/// The cases that were opened. Every method needs a running transaction.
public interface OpenedCases {

    /// Opens a case for each of these persons who has none, as part of the act.
    ///
    /// @return how many were opened
    int open(Collection<UUID> persons, UUID act);

    /// The cases of these persons, the oldest first.
    List<OpenedCase> of(Collection<UUID> persons);

    /// How many cases were open then, of these persons or of everybody.
    ///
    /// @param persons null for everybody
    long count(AsOf at, @Nullable Set<UUID> persons);

    /// Those cases, by number.
    List<OpenedCase> then(AsOf at, @Nullable Set<UUID> persons);

    /// The persons of a version's rows who have no case.
    List<UUID> without(UUID version);
}
