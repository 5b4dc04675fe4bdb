package org.nostos.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.basics.PartialDate.DateCalendar;
import org.nostos.basics.PartialDate.Precision;

/// Days, months and years as the ledger writes them: `2026-01-30`, `2026-01`, `2026`.
public final class SaidDate {

    private SaidDate() {}

    /// The date that is written; none for anything else.
    public static Optional<PartialDate> parse(@Nullable String written) {
        String text = written == null ? "" : written.strip();
        try {
            return switch (text.length()) {
                case 10 -> Optional.of(PartialDate.ofDay(LocalDate.parse(text)));
                case 7 -> Optional.of(month(YearMonth.parse(text), text));
                case 4 ->
                        text.matches("[12][0-9]{3}")
                                ? Optional.of(PartialDate.ofYear(Integer.parseInt(text)))
                                : Optional.empty();
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static PartialDate month(YearMonth month, String written) {
        return new PartialDate(
                month.atDay(1),
                month.atEndOfMonth(),
                Precision.MONTH,
                DateCalendar.GREGORIAN,
                written);
    }

    /// As it is kept.
    public static String written(PartialDate date) {
        return switch (date.precision()) {
            case DAY -> date.first().toString();
            case MONTH -> YearMonth.from(date.first()).toString();
            case YEAR, DECADE, AGE -> Integer.toString(date.first().getYear());
        };
    }
}
