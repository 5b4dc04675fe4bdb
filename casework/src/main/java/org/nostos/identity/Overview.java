package org.nostos.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;

/// The house in numbers: what came in, who is who so far, what waits. Counts only, never a name.
///
/// A null number is a cell too small to be shown (see [#withoutSmallCells()]).
public record Overview(
        Counts counts,
        Waiting waiting,
        List<ListCount> lists,
        List<AgeCount> ages,
        long withoutAge,
        List<NationalityCount> nationalities,
        List<Work> work) {

    /// The smallest number that a monitor is shown of people who share a property.
    public static final long SMALLEST_CELL = 10;

    public Overview {
        lists = List.copyOf(lists);
        ages = List.copyOf(ages);
        nationalities = List.copyOf(nationalities);
        work = List.copyOf(work);
    }

    /// The three counts of law 1: rows of accepted lists, people as judged, and people if every open
    /// proposal of 0.95 and more held.
    public record Counts(long records, long people, long peopleIfProposalsHold) {}

    /// Proposals nobody has judged, those among them of 0.95 and more, and those that one hand has
    /// judged and that wait for the second.
    public record Waiting(long open, long likely, long secondHand) {}

    /// An accepted list, by its latest version: its rows that became records, and those of them that a
    /// confirmed judgement or an open proposal of 0.95 and more ties to another record.
    public record ListCount(
            UUID list, String name, LocalDate accepted, long records, long matched) {}

    /// People of an age, by sex. From the youngest band to the oldest.
    public record AgeCount(AgeBand band, @Nullable Long women, @Nullable Long men) {}

    /// Bands of age; a child is under 18 (Convention on the Rights of the Child, art. 1).
    public enum AgeBand {
        UNDER_12,
        FROM_12_TO_17,
        FROM_18_TO_29,
        FROM_30_TO_44,
        FROM_45_TO_59,
        FROM_60
    }

    /// People of whom the lists say this nationality; without a state, those of whom none is said.
    public record NationalityCount(@Nullable StateCode state, @Nullable Long people) {}

    /// A long piece of work that runs now: done of total, no total while it is not known.
    public record Work(String list, long done, @Nullable Long total) {}

    /// The same without the cells that could point at a person.
    public Overview withoutSmallCells() {
        return new Overview(
                counts, waiting, lists, hiddenAges(), withoutAge, hiddenNationalities(), work);
    }

    private List<AgeCount> hiddenAges() {
        List<Long> cells =
                ages.stream().flatMap(a -> Stream.of(orZero(a.women()), orZero(a.men()))).toList();
        List<@Nullable Long> shown = SmallCells.hidden(cells);
        return IntStream.range(0, ages.size())
                .mapToObj(i ->
                        new AgeCount(ages.get(i).band(), shown.get(2 * i), shown.get(2 * i + 1)))
                .toList();
    }

    private List<NationalityCount> hiddenNationalities() {
        List<@Nullable Long> shown =
                SmallCells.hidden(nationalities.stream().map(n -> orZero(n.people())).toList());
        return IntStream.range(0, nationalities.size())
                .mapToObj(i -> new NationalityCount(nationalities.get(i).state(), shown.get(i)))
                .toList();
    }

    private static long orZero(@Nullable Long number) {
        return Objects.requireNonNullElse(number, 0L);
    }
}
