package org.nostos.lists;

import java.util.Locale;

/// What can be wrong with a row, and what becomes of the row then.
public enum RowFault {
    /// Neither a name nor a number: nothing to hold on to.
    NOTHING_TO_HOLD_ON_TO(Fate.ROW_LEFT_OUT),
    /// More or fewer cells than the headings: nobody can tell which value belongs where.
    WRONG_NUMBER_OF_CELLS(Fate.ROW_LEFT_OUT),
    /// A sum at the bottom, or in between.
    LOOKS_LIKE_TOTAL(Fate.ROW_LEFT_OUT),
    /// The headings once more.
    REPEATED_HEADING(Fate.ROW_LEFT_OUT),
    /// U+FFFD: the letters were lost before the file came.
    LETTERS_LOST(Fate.BY_COLUMN),
    TOO_LONG(Fate.BY_COLUMN),
    CONTROL_CHARACTERS(Fate.BY_COLUMN),
    /// The list's own number stands in an earlier row with another name. Both rows stand.
    NUMBER_TWICE(Fate.ROW_KEPT),
    DATE_NOT_READ(Fate.VALUE_LEFT_OUT),
    DATE_NO_SUCH_DAY(Fate.VALUE_LEFT_OUT),
    DATE_NO_SUCH_MONTH(Fate.VALUE_LEFT_OUT),
    DATE_SHORT_YEAR(Fate.VALUE_LEFT_OUT),
    DATE_TO_COME(Fate.VALUE_LEFT_OUT),
    /// A Hijri year outside 1300 to 1600, or a Persian one outside 1 to 1500.
    DATE_OUTSIDE_CALENDAR(Fate.VALUE_LEFT_OUT),
    /// No age, or one of more than 120 years.
    AGE_NOT_READ(Fate.VALUE_LEFT_OUT),
    /// Not a number of people from 1 to 99.
    SIZE_NOT_READ(Fate.VALUE_LEFT_OUT);

    /// What becomes of a row with a fault.
    public enum Fate {
        ROW_LEFT_OUT,
        VALUE_LEFT_OUT,
        ROW_KEPT,
        /// The row is left out if the value is a name or the list's number, else the value alone is.
        BY_COLUMN
    }

    private final Fate fate;

    RowFault(Fate fate) {
        this.fate = fate;
    }

    public Fate fate() {
        return fate;
    }

    /// The fault's name in the message bundle: `letters-lost`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
