package org.nostos.lists;

/// What the dates of a whole column say about how they are to be read.
///
/// `dates` of `filled` values look like a date. `bothWays` read as two different days, `dayFirst` and
/// `monthFirst` prove an order, `neither` fits no order. `bareYears` lie between 1300 and 1500 and
/// name no calendar, `earlyModernYears` (1501 to 1899) can only be Gregorian in a bare column.
/// `shortYears` say their year in two digits.
public record DateEvidence(
        long filled,
        long dates,
        long bothWays,
        long dayFirst,
        long monthFirst,
        long neither,
        long bareYears,
        long earlyModernYears,
        long hijriMarks,
        long persianMarks,
        long shortYears) {

    /// Whether a person has to say which of day and month comes first: the column does not prove it.
    public boolean orderUnproven() {
        return bothWays > 0 && (dayFirst == 0) == (monthFirst == 0);
    }

    /// Whether some dates prove one order and some the other.
    public boolean ordersConflict() {
        return dayFirst > 0 && monthFirst > 0;
    }

    /// Whether no date goes against this order.
    public boolean allows(DateReading.Order order) {
        return switch (order) {
            case DAY_FIRST -> monthFirst == 0;
            case MONTH_FIRST -> dayFirst == 0;
            case EITHER -> true;
        };
    }

    /// Whether a person has to look at the calendar: bare years that several calendars know.
    public boolean calendarOpen() {
        return bareYears > 0;
    }

    public boolean looksLikeDates() {
        return filled > 0 && dates * 10 >= filled * 8;
    }
}
