package org.nostos.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nostos.basics.FieldRole;

class LinkerTest {

    private static final List<InventedPeople.Row> ROWS = InventedPeople.of(250, 1);

    /// Pairs of a run, by the two ids in order. Fails when a pair comes twice or is one record.
    private static Map<Constraints.Pair, Double> pairs(Linker linker) {
        Map<Constraints.Pair, Double> pairs = new HashMap<>();
        linker.link((left, right, probability, weight) ->
                assertThat(pairs.put(new Constraints.Pair(left, right), weight)).isNull());
        return pairs;
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 8, 13})
    void everyUnorderedPairComesOnceAndNoneWithItself(long seed) {
        RecordTable table = InventedPeople.table(InventedPeople.of(150, seed));
        assertThat(pairs(Linker.of(table).withMinProbability(0))).isNotEmpty();
    }

    @Test
    void mostPairsOfOnePersonAreFoundAndFewOthers() {
        Map<String, Integer> personOf = new HashMap<>();
        ROWS.forEach(row -> personOf.put(row.id(), row.person()));
        Map<Constraints.Pair, Double> found =
                pairs(Linker.of(InventedPeople.table(ROWS)).withMinProbability(.5));
        long right = found.keySet().stream().filter(pair -> isOne(personOf, pair)).count();
        long all = 0;
        for (InventedPeople.Row left : ROWS) {
            all += ROWS.stream().filter(row -> row.person() == left.person()).count() - 1;
        }
        assertThat((double) right / found.size()).as("precision").isGreaterThan(.95);
        assertThat(2.0 * right / all).as("recall").isGreaterThan(.9);
    }

    private static boolean isOne(Map<String, Integer> personOf, Constraints.Pair pair) {
        return Objects.equals(personOf.get(pair.left()), personOf.get(pair.right()));
    }

    @Test
    void theOrderOfRecordsDecidesNothing() {
        Map<Constraints.Pair, Double> one = pairs(Linker.of(InventedPeople.table(ROWS)));
        Map<Constraints.Pair, Double> other =
                pairs(Linker.of(InventedPeople.table(InventedPeople.shuffled(ROWS, 4))));
        assertThat(other.keySet()).isEqualTo(one.keySet());
        one.forEach((pair, weight) -> assertThat(other.get(pair)).isCloseTo(weight, within(1e-6)));
    }

    @Test
    void theNumberOfThreadsDecidesNothingNotEvenTheOrder() {
        RecordTable table = InventedPeople.table(ROWS);
        StringBuilder one = new StringBuilder();
        StringBuilder four = new StringBuilder();
        Linker linker = Linker.of(table).withModel(Linker.of(table).model());
        linker.withThreads(1)
                .link((left, right, probability, weight) ->
                        one.append(left).append(right).append(weight));
        linker.withThreads(4)
                .link((left, right, probability, weight) ->
                        four.append(left).append(right).append(weight));
        assertThat(four).hasToString(one.toString());
    }

    @Test
    void thePartsOfAnExplanationAddUpToTheWeightOfThePair() {
        Linker linker = Linker.of(InventedPeople.table(ROWS)).withMinProbability(.001);
        pairs(linker)
                .forEach((pair, weight) -> {
                    Explanation explanation = linker.explain(pair.left(), pair.right());
                    double sum =
                            explanation.priorWeight()
                                    + explanation.evidence().stream()
                                            .mapToDouble(Evidence::weight)
                                            .sum();
                    assertThat(sum).isCloseTo(explanation.weight(), within(1e-9));
                    assertThat(explanation.weight()).isCloseTo(weight, within(1e-9));
                    assertThat(explanation.probability())
                            .isCloseTo(
                                    Math.pow(2, weight) / (1 + Math.pow(2, weight)), within(1e-9));
                });
    }

    @Test
    void explanationShowsTheValuesAsWrittenAndTheirLetters() {
        RecordTable table =
                InventedPeople.table(
                        List.of(
                                row(
                                        "a",
                                        Map.of(
                                                FieldRole.GIVEN_NAME,
                                                List.of("زيتون"),
                                                FieldRole.FAMILY_NAME,
                                                List.of("al-Hamam"))),
                                row(
                                        "b",
                                        Map.of(
                                                FieldRole.GIVEN_NAME,
                                                List.of("Zeitoun"),
                                                FieldRole.FAMILY_NAME,
                                                List.of("Hamam")))));
        Explanation explanation = Linker.of(table).explain("a", "b");
        Evidence given = explanation.evidence().getFirst();
        assertThat(given.roles()).containsExactly(FieldRole.GIVEN_NAME);
        assertThat(given.left()).isEqualTo("زيتون");
        assertThat(given.right()).isEqualTo("Zeitoun");
        assertThat(given.code()).isEqualTo(Evidence.Code.SAME_SOUND);
        assertThat(given.letters().getFirst().sameLetters()).isTrue();
        assertThat(explanation.evidence().get(1).left()).isEqualTo("al-Hamam");
    }

    private static InventedPeople.Row row(String id, Map<FieldRole, List<String>> values) {
        return new InventedPeople.Row(id, 0, values);
    }

    @Test
    void acrossTwoListsOnlyPairsOfOneWithTheOtherCome() {
        RecordTable table = InventedPeople.table(ROWS);
        int half = table.size() / 2;
        Linker linker = Linker.of(table).withScope(PairScope.across(half)).withMinProbability(0);
        AtomicInteger count = new AtomicInteger();
        linker.link((left, right, probability, weight) -> {
            assertThat(table.row(left)).isLessThan(half);
            assertThat(table.row(right)).isGreaterThanOrEqualTo(half);
            count.incrementAndGet();
        });
        assertThat(count).hasPositiveValue();
    }

    @Test
    void newRecordsMeetEachOtherAndTheOldButTheOldDoNotMeetAgain() {
        RecordTable table = InventedPeople.table(ROWS);
        int old = table.size() * 3 / 4;
        Linker all = Linker.of(table).withModel(Linker.of(table).model());
        Map<Constraints.Pair, Double> expected = new TreeMap<>(BY_IDS);
        pairs(all)
                .forEach((pair, weight) -> {
                    if (table.row(pair.left()) >= old || table.row(pair.right()) >= old) {
                        expected.put(pair, weight);
                    }
                });
        Map<Constraints.Pair, Double> found = new TreeMap<>(BY_IDS);
        found.putAll(pairs(all.withScope(PairScope.touchingNew(old))));
        assertThat(found).isEqualTo(expected).isNotEmpty();
    }

    private static final Comparator<Constraints.Pair> BY_IDS =
            Comparator.comparing(Constraints.Pair::left).thenComparing(Constraints.Pair::right);

    @Test
    void whatAHumanJudgedStandsInTheWeightAndInTheExplanation() {
        RecordTable table = InventedPeople.table(ROWS);
        Linker linker = Linker.of(table);
        Constraints.Pair best =
                pairs(linker).entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();
        Linker apart =
                linker.withConstraints(
                        Constraints.none().withCannotLink(best.left(), best.right()));
        assertThat(pairs(apart)).doesNotContainKey(best);
        Explanation explanation = apart.explain(best.left(), best.right());
        assertThat(explanation.evidence().getLast().code())
                .isEqualTo(Evidence.Code.JUDGED_DIFFERENT);
        assertThat(explanation.probability()).isLessThan(1e-6);
        Linker joined = linker.withConstraints(Constraints.none().withMustLink("r0-0", "r1-0"));
        assertThat(pairs(joined)).containsKey(new Constraints.Pair("r0-0", "r1-0"));
    }

    @Test
    void aRunCanBeEnded() {
        Progress ending =
                new Progress() {
                    @Override
                    public void at(Stage stage, long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        Linker linker = Linker.of(InventedPeople.table(ROWS)).withProgress(ending);
        assertThatThrownBy(() -> linker.link((left, right, probability, weight) -> {}))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void progressComesToItsEnd() {
        Map<Progress.Stage, Long> last = new HashMap<>();
        Linker.of(InventedPeople.table(ROWS))
                .withThreads(1)
                .withProgress((stage, done, total) -> last.put(stage, total - done))
                .link((left, right, probability, weight) -> {});
        assertThat(last)
                .containsEntry(Progress.Stage.SCORE, 0L)
                .containsEntry(Progress.Stage.TRAIN, 0L);
    }

    @Test
    void tablesOfNoRecordAndOfOneGiveNoPair() {
        assertThat(pairs(Linker.of(RecordTable.builder().build()))).isEmpty();
        assertThat(pairs(Linker.of(InventedPeople.table(ROWS.subList(0, 1))))).isEmpty();
    }

    @Test
    void fewRecordsAndRecordsAllAlikeMakeAModelThatCanBeReadAgain() {
        for (int records = 1; records <= 40; records++) {
            expectReadable(InventedPeople.table(ROWS.subList(0, records)));
            expectReadable(InventedPeople.table(alike(records)));
        }
    }

    private static List<InventedPeople.Row> alike(int records) {
        InventedPeople.Row one = ROWS.getFirst();
        return IntStream.range(0, records)
                .mapToObj(n -> new InventedPeople.Row("row-" + n, one.person(), one.values()))
                .toList();
    }

    private static void expectReadable(RecordTable table) {
        LinkageModel model = Linker.of(table).model();
        assertThat(LinkageModel.parse(model.toJson())).isEqualTo(model);
    }

    @Test
    void modelIsReadBackNumberForNumber() {
        LinkageModel model = Linker.of(InventedPeople.table(ROWS)).model();
        assertThat(LinkageModel.parse(model.toJson())).isEqualTo(model);
    }

    @Test
    void modelThatIsNoneIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> LinkageModel.parse("{\n  \"kind\": oak\n}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> LinkageModel.parse("{\"kind\": \"oak\"}"))
                .hasMessageContaining("not a model");
    }
}
