package org.nostos.lists;

import java.time.LocalDate;
import java.util.Optional;
import org.nostos.basics.PartialDate;
import org.nostos.basics.PartialDate.Precision;
import org.nostos.lists.internal.DateRead;
import org.nostos.lists.internal.DateReader;

/// Reads a date as somebody wrote it into a form, by the rules that hold for lists: a day, a month or
/// a year, in any calendar that the text names.
public final class WrittenDate {

    private static final int EARLIEST = 1700;

    private WrittenDate() {}

    /// The date that is meant, the day before the month where both are numbers; nothing if it cannot be
    /// read, is an age, or lies after today.
    ///
    /// A year before 1700 whose calendar is not named was written in the Hijri calendar.
    public static Optional<PartialDate> read(String written, LocalDate today) {
        Optional<PartialDate> read = read(DateReading.DAY_FIRST, written, today);
        return read.isPresent() && read.get().first().getYear() < EARLIEST
                ? read(DateReading.HIJRI, written, today)
                : read;
    }

    private static Optional<PartialDate> read(
            DateReading reading, String written, LocalDate today) {
        DateRead read = new DateReader(reading, today, today).read(written);
        return read instanceof DateRead.Known known && known.date().precision() != Precision.AGE
                ? Optional.of(known.date())
                : Optional.empty();
    }
}
