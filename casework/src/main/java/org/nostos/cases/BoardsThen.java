package org.nostos.cases;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Effect;
import org.nostos.basics.Settler;
import org.nostos.basics.StateCode;
import org.nostos.cases.CaseSummary.Flag;

/// What the boards of [CaseLists] and [CalendarDays] say, of cases as they stood on a day. Since when a
/// rule has been unmet is kept for today alone: here nothing says so.
public record BoardsThen(List<CaseThen> cases, LocalDate day) {

    public BoardsThen {
        cases = cases.stream().sorted(Comparator.comparing(one -> one.line().number())).toList();
    }

    /// A case under one of its rules.
    private record Under(CaseThen of, Flag flag) {}

    private Stream<Under> flags(Predicate<Flag> which) {
        return cases.stream()
                .flatMap(one -> one.flags().stream().map(flag -> new Under(one, flag)))
                .filter(under -> which.test(under.flag));
    }

    /// Of a case's flags under one rule that which was due first: cases are counted by it.
    private Stream<Under> leading(Predicate<Flag> which) {
        Set<List<String>> seen = new HashSet<>();
        return flags(which)
                .filter(under -> seen.add(List.of(under.of.line().number(), under.flag.rule())));
    }

    /// How the tracks of all these cases stood, with the number of cases.
    public List<CaseLists.WordCount> words() {
        Map<String, Long> words =
                cases.stream()
                        .flatMap(one -> one.line().words().stream())
                        .collect(groupingBy(Function.identity(), TreeMap::new, counting()));
        return words.entrySet().stream()
                .map(one -> new CaseLists.WordCount(one.getKey(), one.getValue()))
                .toList();
    }

    /// The cases in which a track stood so, by number.
    public List<CaseLists.Line> lines(@Nullable String word) {
        return cases.stream()
                .map(CaseThen::line)
                .filter(line -> word == null || line.words().contains(word))
                .toList();
    }

    public List<CaseLists.Alarm> alarms() {
        Map<String, Long> rules =
                leading(flag -> flag.effect() == Effect.ALARMS)
                        .collect(groupingBy(under -> under.flag.rule(), counting()));
        return rules.entrySet().stream()
                .map(one -> new CaseLists.Alarm(one.getKey(), one.getValue(), null))
                .sorted(
                        Comparator.comparing(CaseLists.Alarm::cases)
                                .reversed()
                                .thenComparing(CaseLists.Alarm::rule))
                .toList();
    }

    /// The cases under a rule, those that were due first in front.
    public List<CaseLists.Flagged> flagged(String rule) {
        return flags(flag -> flag.rule().equals(rule))
                .map(BoardsThen::flagged)
                .sorted(
                        Comparator.comparing(
                                CaseLists.Flagged::due,
                                Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static CaseLists.Flagged flagged(Under under) {
        return new CaseLists.Flagged(
                under.of.line(), under.flag.arguments(), null, under.flag.due());
    }

    /// What these could settle and was due until that day, the most urgent first.
    public List<CaseLists.Due> due(Collection<Settler> settlers, LocalDate until) {
        Map<String, List<LocalDate>> rules = new TreeMap<>();
        for (Under under : leading(flag -> settlers.contains(flag.settler())).toList()) {
            LocalDate due = under.flag.due();
            if (due != null && !due.isAfter(until)) {
                rules.computeIfAbsent(under.flag.rule(), _ -> new ArrayList<>()).add(due);
            }
        }
        return rules.entrySet().stream()
                .map(one -> due(one.getKey(), one.getValue()))
                .sorted(
                        Comparator.comparing(CaseLists.Due::first)
                                .thenComparing(CaseLists.Due::rule))
                .toList();
    }

    private CaseLists.Due due(String rule, List<LocalDate> days) {
        return new CaseLists.Due(
                rule,
                days.size(),
                days.stream().filter(due -> due.isBefore(day)).count(),
                days.stream().min(LocalDate::compareTo).orElse(day));
    }

    /// The states that anybody could go to, with how many people.
    public List<CaseLists.StateCount> states() {
        Map<String, List<SortedSet<String>>> states = new TreeMap<>();
        cases.forEach(one ->
                one.lacks()
                        .forEach((state, lacks) ->
                                states.computeIfAbsent(state, _ -> new ArrayList<>()).add(lacks)));
        return states.entrySet().stream()
                .map(one ->
                        new CaseLists.StateCount(
                                new StateCode(one.getKey()),
                                one.getValue().size(),
                                one.getValue().stream().filter(Set::isEmpty).count()))
                .toList();
    }

    /// Who could go to the state, grouped by what each still lacked, the least first.
    public List<CaseLists.Group> plan(StateCode state) {
        Map<List<String>, Long> groups =
                cases.stream()
                        .flatMap(one -> Stream.ofNullable(one.lacks().get(state.value())))
                        .collect(groupingBy(List::<String>copyOf, counting()));
        return groups.entrySet().stream()
                .map(one -> new CaseLists.Group(one.getKey(), one.getValue()))
                .sorted(
                        Comparator.comparing((CaseLists.Group group) -> group.lacks().size())
                                .thenComparing(
                                        Comparator.comparing(CaseLists.Group::people).reversed())
                                .thenComparing(group -> String.join(",", group.lacks())))
                .toList();
    }

    /// The people of one group of the plan.
    public List<CaseLists.Line> inGroup(StateCode state, Collection<String> lacks) {
        Set<String> asked = new HashSet<>(lacks);
        return cases.stream()
                .filter(one -> asked.equals(one.lacks().get(state.value())))
                .map(CaseThen::line)
                .toList();
    }

    /// How many cases were due on each day of the month, by kind.
    public SortedMap<LocalDate, Map<CalendarKind, Long>> month(
            YearMonth month, @Nullable CalendarKind only) {
        SortedMap<LocalDate, Map<CalendarKind, Long>> days = new TreeMap<>();
        entries(month.atDay(1), month.atEndOfMonth(), only)
                .forEach(one ->
                        days.computeIfAbsent(
                                        Objects.requireNonNull(one.flagged().due()),
                                        _ -> new EnumMap<>(CalendarKind.class))
                                .merge(CalendarKind.of(one.rule()), 1L, Long::sum));
        return days;
    }

    /// What was due from the first day to the last, the earliest first.
    ///
    /// @param first null for everything up to the last day
    public List<CalendarDays.Entry> entries(
            @Nullable LocalDate first, LocalDate last, @Nullable CalendarKind only) {
        return flags(flag -> isWithin(flag, first, last))
                .filter(under -> only == null || CalendarKind.of(under.flag.rule()) == only)
                .map(under -> new CalendarDays.Entry(under.flag.rule(), flagged(under)))
                .sorted(
                        Comparator.comparing(
                                (CalendarDays.Entry one) -> one.flagged().due(),
                                Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static boolean isWithin(Flag flag, @Nullable LocalDate first, LocalDate last) {
        LocalDate due = flag.due();
        return due != null && !due.isAfter(last) && (first == null || !due.isBefore(first));
    }
}
