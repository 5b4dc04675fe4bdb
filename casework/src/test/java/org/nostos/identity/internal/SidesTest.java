package org.nostos.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nostos.identity.SideBySide;
import org.nostos.identity.SideBySide.Counts;
import org.nostos.identity.SideBySide.Link;
import org.nostos.identity.SideBySide.Part;
import org.nostos.identity.SideBySide.Row;
import org.nostos.identity.internal.Sides.Question;
import org.nostos.lists.AcceptedVersion;

class SidesTest {

    private static final UUID A = id("A");
    private static final UUID B = id("B");
    private static final UUID C = id("C");
    private static final UUID X = id("X");
    private static final UUID Y = id("Y");

    @Test
    void oneOfEachConfirmedIsAgreed() {
        assertThat(parts(List.of(A, B), List.of(X, Y), Map.of(A, X), List.of()))
                .containsExactly(Part.AGREED, Part.UNMATCHED_LEFT, Part.UNMATCHED_RIGHT);
    }

    @Test
    void oneQuestionBetweenTwoIsProposed() {
        assertThat(parts(List.of(A), List.of(X), Map.of(), List.of(ask(A, X))))
                .containsExactly(Part.PROPOSED);
    }

    @Test
    void aQuestionThatNobodyCanAnswerIsAmbiguous() {
        assertThat(
                        parts(
                                List.of(A),
                                List.of(X),
                                Map.of(),
                                List.of(new Question(new Link(A, X, null), false))))
                .containsExactly(Part.AMBIGUOUS);
    }

    @Test
    void oneToManyIsOneAmbiguousRow() {
        List<Row> rows =
                Sides.of(
                        List.of(A, B),
                        List.of(X, Y),
                        Map.of(),
                        List.of(ask(A, X), ask(B, Y), ask(A, Y)));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().part()).isEqualTo(Part.AMBIGUOUS);
        assertThat(rows.getFirst().links()).hasSize(3);
    }

    @Test
    void onePersonTwiceOnAListIsAmbiguousAlsoWhenConfirmed() {
        assertThat(parts(List.of(A, B), List.of(X), Map.of(A, X, B, X), List.of()))
                .containsExactly(Part.AMBIGUOUS);
    }

    @Test
    void onePersonTwiceOnAListAndNowhereElseIsTwoUnmatchedRecords() {
        assertThat(parts(List.of(A, B), List.of(X), Map.of(B, A), List.of()))
                .containsExactly(Part.UNMATCHED_LEFT, Part.UNMATCHED_LEFT, Part.UNMATCHED_RIGHT);
    }

    @Test
    void whoIsAskedAboutWithSomebodyAgreedIsAmbiguousAndTheAgreedStays() {
        assertThat(parts(List.of(A, C), List.of(X, Y), Map.of(A, X), List.of(ask(A, Y))))
                .containsExactly(Part.AGREED, Part.UNMATCHED_LEFT, Part.AMBIGUOUS);
    }

    @Test
    void theCountsOfManyInventedCasesAddUpToBothLists() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            List<UUID> left = ids("L", random.nextInt(9));
            List<UUID> right = ids("R", random.nextInt(9));
            Map<UUID, UUID> persons = persons(random, left, right);
            List<Question> questions = questions(random, left, right);
            List<Row> rows = Sides.of(left, right, persons, questions);
            check(seed, left, right, rows);
        }
    }

    private static void check(int seed, List<UUID> left, List<UUID> right, List<Row> rows) {
        Counts counts = new SideBySide(version(), version(), rows).counts();
        assertThat(counts.left()).as("left of case " + seed).isEqualTo(left.size());
        assertThat(counts.right()).as("right of case " + seed).isEqualTo(right.size());
        Set<UUID> seen = new HashSet<>();
        for (Row row : rows) {
            row.left().forEach(record -> assertThat(seen.add(record)).as("case " + seed).isTrue());
            row.right().forEach(record -> assertThat(seen.add(record)).as("case " + seed).isTrue());
            if (row.part() == Part.AGREED || row.part() == Part.PROPOSED) {
                assertThat(row.left()).as("case " + seed).hasSize(1);
                assertThat(row.right()).as("case " + seed).hasSize(1);
            }
            if (row.part() == Part.PROPOSED) {
                assertThat(row.links().stream().map(Link::left).distinct()).hasSize(1);
            }
        }
        assertThat(seen).as("case " + seed).containsAll(left).containsAll(right);
    }

    /// Some are joined, also two of one list; persons are few, so that many stand twice.
    private static Map<UUID, UUID> persons(Random random, List<UUID> left, List<UUID> right) {
        List<UUID> people = ids("P", 1 + random.nextInt(8));
        Map<UUID, UUID> persons = new HashMap<>();
        for (List<UUID> list : List.of(left, right)) {
            for (UUID record : list) {
                if (random.nextInt(3) > 0) {
                    persons.put(record, people.get(random.nextInt(people.size())));
                }
            }
        }
        return persons;
    }

    private static List<Question> questions(Random random, List<UUID> left, List<UUID> right) {
        List<Question> questions = new ArrayList<>();
        int most = left.isEmpty() || right.isEmpty() ? 0 : random.nextInt(8);
        for (int i = 0; i < most; i++) {
            UUID one = left.get(random.nextInt(left.size()));
            UUID other = right.get(random.nextInt(right.size()));
            questions.add(new Question(new Link(one, other, null), random.nextInt(5) > 0));
        }
        return questions;
    }

    private static List<Part> parts(
            List<UUID> left, List<UUID> right, Map<UUID, UUID> persons, List<Question> questions) {
        return Sides.of(left, right, persons, questions).stream().map(Row::part).toList();
    }

    private static Question ask(UUID left, UUID right) {
        return new Question(new Link(left, right, null), true);
    }

    private static List<UUID> ids(String side, int size) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ids.add(id(side + i));
        }
        return ids;
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static AcceptedVersion version() {
        return new AcceptedVersion(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Authority of the North",
                "A list",
                1,
                java.time.LocalDate.EPOCH,
                java.time.Instant.EPOCH,
                0,
                null);
    }
}
