package org.nostos.web.cases;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.cases.CalendarKind;
import org.nostos.cases.CaseCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Hearings, reviews, terms, notices and replies by day: a month at a glance, or its lines.
@Controller
class CalendarPages {

    private static final int LATE = 20;
    private static final int LINES = 100;
    private static final int WEEK = 7;

    private final CaseCalendar calendar;

    CalendarPages(CaseCalendar calendar) {
        this.calendar = calendar;
    }

    /// How the days are laid out.
    public enum View {
        MONTH,
        LIST,
        /// What is late, and nothing else.
        LATE
    }

    @GetMapping("/calendar")
    String calendar(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable CalendarKind kind,
            @RequestParam(defaultValue = "MONTH") View view,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int number = Math.max(1, page);
        YearMonth shown = month != null ? month : day != null ? YearMonth.from(day) : thisMonth();
        SortedMap<LocalDate, Map<CalendarKind, Long>> days = calendar.month(shown, kind);
        View laid = day == null ? view : View.LIST;
        model.addAttribute("month", shown);
        model.addAttribute("day", day);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", CalendarKind.values());
        model.addAttribute("view", laid);
        model.addAttribute("views", View.values());
        model.addAttribute("number", number);
        model.addAttribute("late", calendar.late(kind));
        model.addAttribute("inMonth", total(days));
        model.addAttribute("days", days);
        model.addAttribute("weeks", weeks(shown));
        lines(shown, day, kind, laid, number, model);
        return "calendar";
    }

    private void lines(
            YearMonth month,
            @Nullable LocalDate day,
            @Nullable CalendarKind kind,
            View view,
            int number,
            Model model) {
        int at = (number - 1) * LINES;
        List<CaseCalendar.Line> late =
                view == View.LATE
                        ? calendar.overdue(kind, at, LINES + 1)
                        : day == null && number == 1 ? calendar.overdue(kind, 0, LATE) : List.of();
        LocalDate first = day == null ? month.atDay(1) : day;
        LocalDate last = day == null ? month.atEndOfMonth() : day;
        List<CaseCalendar.Line> lines =
                view == View.LIST ? calendar.between(first, last, kind, at, LINES + 1) : List.of();
        model.addAttribute("overdue", late.stream().limit(LINES).toList());
        model.addAttribute("byDay", byDay(lines.stream().limit(LINES).toList()));
        model.addAttribute("more", late.size() > LINES || lines.size() > LINES);
    }

    private static SortedMap<LocalDate, List<CaseCalendar.Line>> byDay(
            List<CaseCalendar.Line> lines) {
        return lines.stream()
                .collect(
                        Collectors.groupingBy(
                                CaseCalendar.Line::day, TreeMap::new, Collectors.toList()));
    }

    private static long total(SortedMap<LocalDate, Map<CalendarKind, Long>> days) {
        return days.values().stream()
                .flatMap(counts -> counts.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /// The weeks of the month from Monday to Sunday, with the days of its neighbours.
    private static List<List<LocalDate>> weeks(YearMonth month) {
        List<List<LocalDate>> weeks = new ArrayList<>();
        LocalDate from = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (LocalDate monday = from;
                !monday.isAfter(month.atEndOfMonth());
                monday = monday.plusDays(WEEK)) {
            weeks.add(monday.datesUntil(monday.plusDays(WEEK)).toList());
        }
        return weeks;
    }

    private static YearMonth thisMonth() {
        return YearMonth.now(ZoneOffset.UTC);
    }
}
