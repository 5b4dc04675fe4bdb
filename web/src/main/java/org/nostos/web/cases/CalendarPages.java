package org.nostos.web.cases;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.nostos.cases.BoardsThen;
import org.nostos.cases.CalendarKind;
import org.nostos.cases.CaseCalendar;
import org.nostos.cases.CaseCalendar.Days;
import org.nostos.cases.CaseCalendar.Line;
import org.nostos.identity.MeantByName;
import org.nostos.identity.MeantByName.Meant;
import org.nostos.web.Times;
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
    private final Then then;

    CalendarPages(
            CaseCalendar calendar,
            Listings listings,
            CalendarColumns columns,
            MeantByName names,
            Then then) {
        this.then = then;
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
            Times times,
            Asked asked,
            Model model) {
        LocalDate today = times.at().on();
        YearMonth shown = month != null ? month : YearMonth.from(day != null ? day : today);
        BoardsThen past =
                times.areNow()
                        ? null
                        : then.boards(times, asked, model).orElseGet(() -> Then.none(times));
        SortedMap<LocalDate, Map<CalendarKind, Long>> days =
                past == null ? calendar.month(shown, kind) : past.month(shown, kind);
        View laid = day == null ? view : View.LIST;
        model.addAttribute("month", shown);
        model.addAttribute("day", day);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", CalendarKind.values());
        model.addAttribute("view", laid);
        model.addAttribute("views", View.values());
        model.addAttribute("today", today);
        model.addAttribute(
                "late",
                past == null
                        ? calendar.late(kind)
                        : past.entries(null, today.minusDays(1), kind).size());
        model.addAttribute("inMonth", total(days));
        model.addAttribute("days", days);
        model.addAttribute("weeks", weeks(shown));
        Days late = new Days(null, today.minusDays(1), kind, null);
        if (laid == View.MONTH) {
            model.addAttribute("overdue", overdue(late, past));
            return "calendar";
        }
        Days whole = laid == View.LATE ? late : days(shown, day, kind);
        if (past != null) {
            return listings.answer("calendar", model, listed(whole, past, asked));
        }
        return listings.answer("calendar", model, listed(whole, asked, model));
    }

    private List<Line> overdue(Days late, @Nullable BoardsThen past) {
        if (past == null) {
            return calendar.lines(late, false, 0, LATE);
        }
        List<Line> first = new ArrayList<>();
        calendar.named(
                past.entries(null, late.last(), late.only()),
                all -> {
                    first.addAll(all.stream().limit(LATE).toList());
                    return first;
                });
        return first;
    }

    private Listing<Line> listed(Days whole, BoardsThen past, Asked asked) {
        return listings.read(
                asked,
                "calendar",
                CasesPages.purpose(),
                columns.lines(),
                shown ->
                        calendar.named(
                                past.entries(whole.first(), whole.last(), whole.only()), shown));
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
}
