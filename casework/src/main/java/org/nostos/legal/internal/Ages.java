package org.nostos.legal.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.nostos.basics.PartialDate;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Component;

/// Whether somebody may be a child. The benefit of the doubt is theirs: one record that leaves it open
/// is enough.
@Component
public class Ages {

    private static final int OF_AGE = 18;

    private final Persons persons;
    private final Records records;

    Ages(Persons persons, Records records) {
        this.persons = persons;
        this.records = records;
    }

    public boolean mayBeChild(Collection<UUID> who, LocalDate on) {
        List<UUID> rows = persons.byIds(who).stream().map(Person::record).toList();
        return mayBe(births(records.byIds(rows)), on);
    }

    public static boolean mayBe(Collection<PartialDate> births, LocalDate on) {
        return births.stream()
                .map(PartialDate::last)
                .anyMatch(born -> born.isAfter(on.minusYears(OF_AGE)));
    }

    /// What these records say of the day of birth.
    public static List<PartialDate> births(Collection<AcceptedRecord> said) {
        return said.stream().map(AcceptedRecord::birth).filter(Objects::nonNull).toList();
    }
}
