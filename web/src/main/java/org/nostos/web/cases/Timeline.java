package org.nostos.web.cases;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nostos.cases.CaseFile;
import org.nostos.cases.TrackLine;

/// Where days stand along the line of the tracks, in percent: from the month of the first event to some
/// time after today.
public record Timeline(LocalDate first, LocalDate last, LocalDate today) {

    private static final int MOST_YEARS = 12;
    private static final int MARKS = 8;

    static Timeline of(CaseFile file) {
        LocalDate today = file.question().at().on();
        LocalDate first =
                file.tracks().stream()
                        .flatMap(track -> track.events().stream())
                        .map(event -> event.on())
                        .filter(day -> day.isAfter(today.minusYears(MOST_YEARS)))
                        .min(LocalDate::compareTo)
                        .orElse(today)
                        .withDayOfMonth(1);
        LocalDate from =
                first.isBefore(today.minusMonths(3))
                        ? first
                        : today.minusMonths(3).withDayOfMonth(1);
        long behind = ChronoUnit.DAYS.between(from, today);
        return new Timeline(from, today.plusDays(Math.max(45, behind / 2)), today);
    }

    /// A day on the line; days before it stand at its beginning, days after it at its end.
    public String at(LocalDate day) {
        double share =
                (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
        return String.format(Locale.ROOT, "%.1f%%", 100 * Math.clamp(share, 0, 1));
    }

    /// The first days of months, as many as have room.
    public List<LocalDate> months() {
        long all = Math.max(1, ChronoUnit.MONTHS.between(first, last));
        long step = (all + MARKS - 1) / MARKS;
        List<LocalDate> months = new ArrayList<>();
        for (LocalDate month = first; month.isBefore(last); month = month.plusMonths(step)) {
            months.add(month);
        }
        return months;
    }

    /// Where the track begins: at its first event, or nowhere.
    public String from(TrackLine track) {
        return track.events().stream()
                .map(event -> event.on())
                .min(LocalDate::compareTo)
                .map(this::at)
                .orElse("0%");
    }
}
