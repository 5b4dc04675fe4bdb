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
import org.jspecify.annotations.Nullable;
import org.nostos.cases.CalendarKind;
import org.nostos.cases.CaseCalendar;
import org.nostos.cases.CaseCalendar.Days;
import org.nostos.cases.CaseCalendar.Line;
import org.nostos.identity.MeantByName;
import org.nostos.identity.MeantByName.Meant;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Listing;
import org.nostos.web.listing.Listings;
import org.nostos.web.listing.Paged;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Hearings, reviews, terms, notices and replies by day: a month at a glance, or its lines.
@Controller
class CalendarPages {

    private static final int LATE = 20;
    private static final int WEEK = 7;

    private final CaseCalendar calendar;
    private final Listings listings;
    private final CalendarColumns columns;
    private final MeantByName names;

    CalendarPages(
            CaseCalendar calendar, Listings listings, CalendarColumns columns, MeantByName names) {
        this.calendar = calendar;
        this.listings = listings;
        this.columns = columns;
        this.names = names;
    }

    /// How the days are laid out.
    public enum View {
        MONTH,
        LIST,
        /// What is late, and nothing else.
        LATE
    }

    @GetMapping("/calendar")
    Object calendar(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable CalendarKind kind,
            @RequestParam(defaultValue = "MONTH") View view,
            Asked asked,
            Model model) {
        YearMonth shown = month != null ? month : day != null ? YearMonth.from(day) : thisMonth();
        SortedMap<LocalDate, Map<CalendarKind, Long>> days = calendar.month(shown, kind);
        View laid = day == null ? view : View.LIST;
        model.addAttribute("month", shown);
        model.addAttribute("day", day);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", CalendarKind.values());
        model.addAttribute("view", laid);
        model.addAttribute("views", View.values());
        model.addAttribute("late", calendar.late(kind));
        model.addAttribute("inMonth", total(days));
        model.addAttribute("days", days);
        model.addAttribute("weeks", weeks(shown));
        if (laid == View.MONTH) {
            model.addAttribute("overdue", calendar.lines(calendar.overdue(kind), false, 0, LATE));
            return "calendar";
        }
        Days whole = laid == View.LATE ? calendar.overdue(kind) : days(shown, day, kind);
        return listings.answer("calendar", model, listed(whole, asked, model));
    }

    private static Days days(
            YearMonth month, @Nullable LocalDate day, @Nullable CalendarKind kind) {
        return new Days(
                day == null ? month.atDay(1) : day,
                day == null ? month.atEndOfMonth() : day,
                kind,
                null);
    }

    private Listing<Line> listed(Days whole, Asked asked, Model model) {
        Days wanted = whole;
        if (!asked.words().isBlank()) {
            Meant meant = names.persons(asked.words());
            wanted = new Days(whole.first(), whole.last(), whole.only(), meant.persons());
            model.addAttribute("narrow", meant.more());
        }
        return listings.of(
                asked,
                "calendar",
                CasesPages.purpose(),
                columns.lines(),
                Map.of(),
                new DayPages(calendar, wanted, whole, asked.down()));
    }

    /// The lines of some days, page by page. Each page that is read is an act.
    private record DayPages(CaseCalendar calendar, Days wanted, Days every, boolean down)
            implements Paged<Line> {

        @Override
        public List<Line> rows(int offset, int most) {
            return CasePages.inParts(
                    most, (from, some) -> calendar.lines(wanted, down, offset + from, some));
        }

        @Override
        public long total() {
            return calendar.count(wanted);
        }

        @Override
        public long whole() {
            return calendar.count(every);
        }
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
