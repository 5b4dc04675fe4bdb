package org.nostos.custody.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Component;

/// What the records say of persons.
@Component
public class Births {

    private static final int OF_AGE = 18;

    private final Persons persons;
    private final Records records;

    Births(Persons persons, Records records) {
        this.persons = persons;
        this.records = records;
    }

    /// The records of a person known under these ids.
    public List<AcceptedRecord> records(Collection<UUID> ids) {
        return records.byIds(persons.byIds(ids).stream().map(Person::record).toList());
    }

    /// Whether one of the records leaves it open that the person is younger than 18 on this day: the
    /// doubt is the child's.
    public static boolean mayBeChild(List<AcceptedRecord> said, LocalDate on) {
        return said.stream()
                .map(AcceptedRecord::birth)
                .filter(Objects::nonNull)
                .anyMatch(birth -> birth.last().isAfter(on.minusYears(OF_AGE)));
    }
}
