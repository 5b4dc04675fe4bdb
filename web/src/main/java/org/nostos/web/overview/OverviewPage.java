package org.nostos.web.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.identity.Overview;
import org.nostos.identity.Overview.AgeCount;
import org.nostos.identity.Overview.Counts;
import org.nostos.identity.Overview.ListCount;
import org.nostos.identity.Overview.NationalityCount;
import org.nostos.identity.Overview.Waiting;
import org.nostos.identity.Overview.Work;
import org.nostos.parties.Party;

/// The overview as its template shows it: oldest ages first, the larger nationalities by name and the
/// rest as one, every bar to the scale of the longest.
///
/// `joins` says whether the reader may know who is joined with whom: to others than the committee and
/// monitors a match is a disclosure, so they are shown their records alone.
record OverviewPage(
        Headline headline,
        boolean joins,
        Counts counts,
        Waiting waiting,
        List<ListCount> lists,
        List<AgeCount> ages,
        long withoutAge,
        long longestAge,
        List<StateLine> states,
        long longestState,
        List<Work> work) {

    private static final int STATES_BY_NAME = 9;

    /// What the page says first: the end of a message's key, which takes the three numbers waiting and
    /// the records and people counted.
    record Headline(String key) {}

    /// A bar of the nationalities. `others` counts the states behind a bar that stands for many.
    record StateLine(String name, @Nullable Long people, int others, boolean unknown) {}

    static OverviewPage of(Overview shown, List<Party> parties, Role role, boolean joins) {
        List<AgeCount> ages =
                shown.ages().stream()
                        .sorted(Comparator.comparing(AgeCount::band).reversed())
                        .toList();
        List<StateLine> states = states(shown.nationalities(), namesOf(parties));
        return new OverviewPage(
                headline(shown, role, joins),
                joins,
                shown.counts(),
                shown.waiting(),
                shown.lists(),
                ages,
                shown.withoutAge(),
                longest(ages.stream().flatMap(a -> Stream.of(size(a.women()), size(a.men())))),
                states,
                longest(states.stream().map(s -> size(s.people()))),
                shown.work());
    }

    /// Everybody of whom an age is known, by sex; null when a cell of the column is hidden.
    public @Nullable Long women() {
        return sum(ages.stream().map(AgeCount::women).toList());
    }

    public @Nullable Long men() {
        return sum(ages.stream().map(AgeCount::men).toList());
    }

    private static Headline headline(Overview facts, Role role, boolean joins) {
        if (facts.counts().records() == 0) {
            return new Headline("nothing");
        }
        if (!joins) {
            return new Headline("own");
        }
        Waiting waiting = facts.waiting();
        if (role == Role.SECOND_REVIEWER && waiting.secondHand() > 0) {
            return new Headline("second");
        }
        boolean reviews = role == Role.SECOND_REVIEWER || role == Role.IDENTITY_REVIEWER;
        return new Headline(reviews && waiting.open() > 0 ? "review" : "counts");
    }

    private static Map<StateCode, String> namesOf(List<Party> parties) {
        return parties.stream()
                .filter(party -> party.state() != null)
                .collect(
                        Collectors.toMap(
                                party -> Objects.requireNonNull(party.state()),
                                Party::name,
                                (one, other) -> one));
    }

    private static List<StateLine> states(
            List<NationalityCount> counts, Map<StateCode, String> names) {
        List<NationalityCount> known =
                counts.stream()
                        .filter(count -> count.state() != null)
                        .sorted(Comparator.comparing(count -> -size(count.people())))
                        .toList();
        Stream<StateLine> first =
                known.stream().limit(STATES_BY_NAME).map(count -> line(count, names));
        Stream<StateLine> rest = rest(known.stream().skip(STATES_BY_NAME).toList());
        Stream<StateLine> none =
                counts.stream()
                        .filter(count -> count.state() == null)
                        .map(count -> new StateLine("", count.people(), 0, true));
        return Stream.of(first, rest, none).flatMap(lines -> lines).toList();
    }

    private static StateLine line(NationalityCount count, Map<StateCode, String> names) {
        StateCode state = Objects.requireNonNull(count.state());
        return new StateLine(names.getOrDefault(state, state.toString()), count.people(), 0, false);
    }

    private static Stream<StateLine> rest(List<NationalityCount> rest) {
        if (rest.isEmpty()) {
            return Stream.empty();
        }
        @Nullable Long people = sum(rest.stream().map(NationalityCount::people).toList());
        return Stream.of(new StateLine("", people, rest.size(), false));
    }

    private static @Nullable Long sum(List<@Nullable Long> cells) {
        return cells.contains(null) ? null : cells.stream().mapToLong(OverviewPage::size).sum();
    }

    private static long size(@Nullable Long cell) {
        return cell == null ? 0 : cell;
    }

    private static long longest(Stream<Long> cells) {
        return LongStream.concat(LongStream.of(1), cells.mapToLong(cell -> cell)).max().orElse(1);
    }
}
