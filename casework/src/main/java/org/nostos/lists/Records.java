package org.nostos.lists;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// The accepted records that the caller may see: those of its own party, and all for the committee.
///
/// Every method needs a running transaction that a caller has entered; who reads a person through
/// them records the act of reading.
public interface Records {

    /// How many records of a version there are, and a figure that is another once one of them was
    /// touched.
    record Mark(long records, long state) {}

    long count();

    /// The mark of each version with records.
    Map<UUID, Mark> marks();

    /// The records with these ids that the caller may see, by id; others are passed over.
    List<AcceptedRecord> byIds(Collection<UUID> ids);

    /// The name that each of these records gives, in its order of names; its number where it gives none,
    /// and empty where it has neither. Less is read than by [#byIds].
    Map<UUID, String> names(Collection<UUID> ids);

    /// What no use was found for in the rows of these records, as received, by record.
    Map<UUID, List<KeptCell>> kept(Collection<UUID> ids);

    /// The ids of a version's records, by line.
    List<UUID> idsOfVersion(UUID version);

    /// A version's records, by line.
    List<AcceptedRecord> ofVersion(UUID version);

    /// Gives every record to `each`, by id, fetching some thousands at a time.
    void forEach(Consumer<AcceptedRecord> each);
}
