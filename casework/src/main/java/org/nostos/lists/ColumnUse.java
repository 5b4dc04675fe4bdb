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

    /// The number by which the list itself tells its rows apart.
    record ListNumber() implements ColumnUse {}

    /// Kept in the file and read by nobody.
    record Kept() implements ColumnUse {}

    ColumnUse LIST_NUMBER = new ListNumber();
    ColumnUse KEPT = new Kept();

    /// The use's name in a form: `given_name`, `birth_date:hijri-day-first`, `number`, `kept`.
    default String key() {
        return switch (this) {
            case Says says -> says.role().key();
            case Birth birth -> FieldRole.BIRTH_DATE.key() + ":" + birth.reading().key();
            case ListNumber _ -> "number";
            case Kept _ -> "kept";
        };
    }

    /// Reads what `key` wrote; empty for anything else.
    static Optional<ColumnUse> parse(String key) {
        String birth = FieldRole.BIRTH_DATE.key() + ":";
        if (key.startsWith(birth)) {
            return DateReading.parse(key.substring(birth.length())).map(Birth::new);
        }
        return switch (key) {
            case "number" -> Optional.of(LIST_NUMBER);
            case "kept" -> Optional.of(KEPT);
            default ->
                    FieldRole.ofKey(key)
                            .filter(role -> role != FieldRole.BIRTH_DATE)
                            .map(Says::new);
        };
    }
}
