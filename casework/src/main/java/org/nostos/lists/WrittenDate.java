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

    private WrittenDate() {}

    /// The date that is meant, the day before the month where both are numbers; nothing if it cannot be
    /// read, is an age, or lies after today.
    public static Optional<PartialDate> read(String written, LocalDate today) {
        DateRead read = new DateReader(DateReading.DAY_FIRST, today, today).read(written);
        return read instanceof DateRead.Known known && known.date().precision() != Precision.AGE
                ? Optional.of(known.date())
                : Optional.empty();
    }
}
