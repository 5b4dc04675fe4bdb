package org.nostos.lists;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The households of accepted lists that the caller may see, with those of their members whom the
/// caller may see.
///
/// Every method needs a running transaction that a caller has entered; who shows names through them
/// records the act of reading.
public interface Households {

    /// The households to which any of these records belongs.
    List<Household> ofRecords(Collection<UUID> records);

    /// The first so many households of a version, by the line of their first member.
    List<Household> ofVersion(UUID version, int most);

    long countOfVersion(UUID version);

    /// Ties the records of a version that was just accepted as its mapping read them: those with one
    /// household between them, and whoever says that theirs has more people than one.
    void tie(UUID version, UUID party, UUID mapping, UUID act);
}
