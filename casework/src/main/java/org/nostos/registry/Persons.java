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

    /// The persons of these records, in no order.
    List<Person> ofRecords(Collection<UUID> records);
}
