package org.nostos.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.nostos.basics.Effect;
import org.nostos.cases.CaseSummary.Flag;
import org.nostos.registry.Person;

/// A case as it stood on a day.
///
/// @param flags its alarms and clocks, each rule and what it is about once
/// @param lacks for each state, the keys of the rules that were not met
public record CaseThen(
        CaseLists.Line line, List<Flag> flags, Map<String, SortedSet<String>> lacks) {

    private static final Comparator<Flag> EARLIEST =
            Comparator.comparing(Flag::due, Comparator.nullsLast(Comparator.naturalOrder()));

    public CaseThen {
        flags = List.copyOf(flags);
        lacks = Map.copyOf(lacks);
    }

    static CaseThen of(Person leader, String number, CaseSummary summary, LocalDate day) {
        Map<List<String>, Flag> flags = new LinkedHashMap<>();
        summary.flags().stream()
                .sorted(EARLIEST)
                .forEach(flag -> flags.putIfAbsent(of(flag), flag));
        long alarms =
                summary.flags().stream().filter(flag -> flag.effect() == Effect.ALARMS).count();
        long late = flags.values().stream().filter(flag -> isLate(flag, day)).count();
        CaseLists.Line line =
                new CaseLists.Line(
                        leader.id(),
                        leader.record(),
                        leader.number(),
                        number,
                        List.copyOf(summary.words()),
                        (int) alarms,
                        (int) late);
        return new CaseThen(line, List.copyOf(flags.values()), summary.lacks());
    }

    private static List<String> of(Flag flag) {
        List<String> about = new ArrayList<>(List.of(flag.rule()));
        about.addAll(flag.arguments());
        return about;
    }

    static boolean isLate(Flag flag, LocalDate day) {
        LocalDate due = flag.due();
        return due != null && due.isBefore(day);
    }
}
