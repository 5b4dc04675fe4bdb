package org.nostos.lists;

import java.util.Optional;
import org.nostos.basics.FieldRole;

/// What a column is read as.
public sealed interface ColumnUse {

    /// Says this about the person. Several columns may say the same kind of thing.
    record Says(FieldRole role) implements ColumnUse {
        public Says {
            if (role == FieldRole.BIRTH_DATE) {
                throw new IllegalArgumentException("a date of birth needs a reading: use Birth");
            }
        }
    }

    /// The date of birth, read this way.
    record Birth(DateReading reading) implements ColumnUse {}

    /// The age on the day of the list.
    record Age() implements ColumnUse {}

    /// The number by which the list itself tells its rows apart.
    record ListNumber() implements ColumnUse {}

    /// The number of a family. `goesDown`: a row without one belongs to the family of the row above.
    record FamilyNumber(boolean goesDown) implements ColumnUse {}

    /// How the person is related to the head of the family.
    record RelationToHead() implements ColumnUse {}

    /// How many people the household has.
    record HouseholdSize() implements ColumnUse {}

    /// The name of another person of the row's household, who is related to the first like this.
    record Member(Relation relation) implements ColumnUse {}

    /// Says something about the member whose name stands in the last such column before.
    record OfMember(ColumnUse what) implements ColumnUse {}

    /// Kept with the record as received, and compared with nobody.
    record Kept() implements ColumnUse {}

    /// Not read at all: it stays in the file.
    record LeftInFile() implements ColumnUse {}

    ColumnUse LIST_NUMBER = new ListNumber();
    ColumnUse AGE = new Age();
    ColumnUse RELATION_TO_HEAD = new RelationToHead();
    ColumnUse HOUSEHOLD_SIZE = new HouseholdSize();
    ColumnUse KEPT = new Kept();
    ColumnUse LEFT_IN_FILE = new LeftInFile();

    /// The use's name in a form: `given_name`, `birth_date:hijri-day-first`, `number`, `member:wife`.
    default String key() {
        return UseKeys.key(this);
    }

    /// Reads what `key` wrote; empty for anything else.
    static Optional<ColumnUse> parse(String key) {
        return UseKeys.parse(key);
    }
}
