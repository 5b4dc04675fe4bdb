package org.nostos.figures;

import java.util.Locale;

/// What is said of the counted.
///
/// `REPATRIATED` is for a state's own nationals brought home, `TRANSFERRED` for a move to another
/// authority or a third state, whatever verb a speaker chose.
public enum Category {
    HELD,
    FOREIGN_HELD,
    WOMEN,
    CHILDREN,
    FAMILIES,
    ESCAPED,
    RECAPTURED,
    KILLED,
    INJURED,
    DISPLACED,
    JOINED,
    REPATRIATED,
    TRANSFERRED,
    /// A swap of prisoners.
    EXCHANGED,
    /// Let go inside one country.
    RELEASED,
    TO_BE_REPATRIATED,
    TO_BE_TRANSFERRED,
    CONVICTED,
    PROSECUTED,
    COUNTRIES,
    COST,
    OTHER;

    /// As it is written in files: `to_be_repatriated`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Category parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
