package org.nostos.registry;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The persons that the caller may see. Every method needs a running transaction.
public interface Persons {

    /// Gives each record of the version a person with the next number, in the order of the lines, as
    /// part of the act.
    ///
    /// @return how many
    long register(UUID version, UUID act);

    Optional<Person> byId(UUID id);

    Optional<Person> byNumber(String number);

    /// The persons whose number begins so, the lowest first.
    ///
    /// @param start `N-`, the year, `-`, and what is known of the rest
    List<Person> numbered(String start, int most);

    /// The person that came at this place of all.
    Optional<Person> byOrdinal(long ordinal);

    List<Person> byIds(Collection<UUID> ids);

    /// The persons of these records, in no order.
    List<Person> ofRecords(Collection<UUID> records);
}
