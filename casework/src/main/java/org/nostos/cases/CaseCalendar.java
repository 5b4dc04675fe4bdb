package org.nostos.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hearings, reviews, terms, notices and replies by day, over all cases. A page with people on it is an
/// act of reading. Thread-safe.
@Service
@Transactional
public class CaseCalendar {

    private final CalendarDays days;
    private final Records records;
    private final Acts acts;
    private final Clock clock = Clock.systemUTC();

    CaseCalendar(CalendarDays days, Records records, Acts acts) {
        this.days = days;
        this.records = records;
        this.acts = acts;
    }

    /// A line of the calendar with the row that names its person.
    public record Line(CalendarDays.Entry entry, AcceptedRecord record) {

        public CalendarKind kind() {
            return CalendarKind.of(entry.rule());
        }

        public LocalDate day() {
            LocalDate due = entry.flagged().due();
            return due == null ? LocalDate.MAX : due;
        }
    }

    /// How many cases are due on each day of the month, by kind.
    @Transactional(readOnly = true)
    public SortedMap<LocalDate, Map<CalendarKind, Long>> month(
            YearMonth month, @Nullable CalendarKind only) {
        SortedMap<LocalDate, Map<CalendarKind, Long>> found = new TreeMap<>();
        for (CalendarDays.Count count : days.counts(month.atDay(1), month.atEndOfMonth())) {
            CalendarKind kind = CalendarKind.of(count.rule());
            if (only == null || kind == only) {
                found.computeIfAbsent(count.day(), _ -> new EnumMap<>(CalendarKind.class))
                        .merge(kind, count.cases(), Long::sum);
            }
        }
        return found;
    }

    /// How much is late.
    @Transactional(readOnly = true)
    public long late(@Nullable CalendarKind only) {
        return days.late(rules(only), today());
    }

    /// Which lines are asked for.
    ///
    /// @param first null for all that is late
    /// @param persons null for everybody
    public record Days(
            @Nullable LocalDate first,
            LocalDate last,
            @Nullable CalendarKind only,
            @Nullable Set<UUID> persons) {

        private CalendarDays.Stretch stretch() {
            return new CalendarDays.Stretch(rules(only), first, last, persons);
        }
    }

    /// What was due before today.
    public Days overdue(@Nullable CalendarKind only) {
        return new Days(null, today().minusDays(1), only, null);
    }

    /// What is due on these days, the earliest first or last.
    public List<Line> lines(Days asked, boolean down, int offset, int most) {
        return named(days.lines(asked.stretch(), down, offset, most));
    }

    @Transactional(readOnly = true)
    public long count(Days asked) {
        return days.count(asked.stretch());
    }

    private static List<String> rules(@Nullable CalendarKind only) {
        Stream<CalendarKind> kinds =
                only == null ? Arrays.stream(CalendarKind.values()) : Stream.of(only);
        return kinds.flatMap(kind -> kind.rules().stream()).toList();
    }

    private List<Line> named(List<CalendarDays.Entry> entries) {
        List<Line> lines = withRows(entries);
        act(lines);
        return lines;
    }

    /// Gives these lines with the rows that name them, and takes those that come back for read.
    public void named(List<CalendarDays.Entry> entries, UnaryOperator<List<Line>> shown) {
        act(shown.apply(withRows(entries)));
    }

    private void act(List<Line> lines) {
        List<UUID> persons =
                lines.stream().map(one -> one.entry.flagged().line().person()).distinct().toList();
        if (!persons.isEmpty()) {
            acts.record(Act.of("cases.page-read", Purpose.CASEWORK, Map.of("persons", persons)));
        }
    }

    private List<Line> withRows(List<CalendarDays.Entry> entries) {
        Map<UUID, AcceptedRecord> rows =
                records
                        .byIds(
                                entries.stream()
                                        .map(one -> one.flagged().line().record())
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
        return entries.stream()
                .flatMap(one ->
                        Stream.ofNullable(rows.get(one.flagged().line().record()))
                                .map(row -> new Line(one, row)))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
