package org.nostos.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.ResidentIndex.Hit;
import org.nostos.linkage.ResidentIndex.Query;

class ResidentIndexTest {

    private static ResidentIndex index() {
        ResidentIndex index = ResidentIndex.of(InventedPeople.table(InventedPeople.of(300, 7)));
        index.add("oak", values("نجاص", "بلوط", "1988-03-04"));
        return index;
    }

    private static Map<FieldRole, List<String>> values(String given, String family, String born) {
        return Map.of(
                FieldRole.GIVEN_NAME, List.of(given),
                FieldRole.FAMILY_NAME, List.of(family),
                FieldRole.BIRTH_DATE, List.of(born));
    }

    private static String first(ResidentIndex index, String name) {
        List<Hit> hits = index.search(Query.of(name, 5));
        return hits.isEmpty() ? "nobody" : hits.getFirst().id();
    }

    @Test
    void nameIsFoundInEveryScriptInAnyOrderAndWithASlip() {
        ResidentIndex index = index();
        assertThat(first(index, "نجاص بلوط")).isEqualTo("oak");
        assertThat(first(index, "Najas Ballut")).isEqualTo("oak");
        assertThat(first(index, "BALLOUT najjas")).isEqualTo("oak");
        assertThat(first(index, "Наджас Баллут")).isEqualTo("oak");
        assertThat(first(index, "Nagas Balut")).isEqualTo("oak");
    }

    @Test
    void birthDateTellsPeopleOfOneNameApart() {
        ResidentIndex index = ResidentIndex.empty();
        index.add("old", values("Najas", "Ballut", "1950-01-02"));
        index.add("young", values("Najas", "Ballut", "1999"));
        assertThat(index.search(new Query("Najas Ballut", "1999-05-06", 2)).getFirst().id())
                .isEqualTo("young");
        assertThat(index.search(new Query("Najas Ballut", "1950", 2)).getFirst().id())
                .isEqualTo("old");
        assertThat(index.search(new Query("Najas Ballut", "no date", 2))).hasSize(2);
    }

    @Test
    void hitsComeBestFirstAndNoMoreThanAskedFor() {
        List<Hit> hits = index().search(Query.of("Zaytun Rumman", 7));
        assertThat(hits).hasSize(7);
        assertThat(hits)
                .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
        assertThat(hits).allSatisfy(hit -> assertThat(hit.probability()).isBetween(0.0, 1.0));
    }

    @Test
    void recordTakenOutIsNotFoundAndOneReplacedIsFoundByItsNewName() {
        ResidentIndex index = index();
        int size = index.size();
        index.add("oak", values("Qunfudh", "Ballut", "1988"));
        assertThat(index.size()).isEqualTo(size);
        assertThat(first(index, "Qunfudh Ballut")).isEqualTo("oak");
        index.remove("oak");
        assertThat(index.size()).isEqualTo(size - 1);
        assertThat(index.search(Query.of("Qunfudh Ballut", 50)))
                .extracting(Hit::id)
                .doesNotContain("oak");
    }

    @Test
    void nobodyIsFoundByNothing() {
        assertThat(index().search(Query.of("  ", 5))).isEmpty();
        assertThat(index().search(Query.of("Xylqwv", 5))).isEmpty();
        assertThat(ResidentIndex.empty().search(Query.of("Oak", 5))).isEmpty();
    }

    @Test
    void manyMaySearchWhileOneAdds() throws Exception {
        ResidentIndex index = index();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> searches = new ArrayList<>();
            List<Future<?>> additions = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int number = i;
                searches.add(pool.submit(() -> first(index, "Najas Ballut").equals("oak")));
                additions.add(
                        pool.submit(() -> index.add("new" + number, values("Tut", "Tin", "1970"))));
            }
            for (Future<Boolean> search : searches) {
                assertThat(search.get()).isTrue();
            }
            for (Future<?> addition : additions) {
                addition.get();
            }
        }
        assertThat(index.search(Query.of("Tut Tin", 300))).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void lastWordIsFoundByHowItBeginsInEveryScript() {
        ResidentIndex index = index();
        for (String typed : List.of("Najas Ba", "naj", "نجا", "نجاص بل", "Наджас Ба", "Наджа")) {
            assertThat(index.search(new Query(typed, "", 20, true)))
                    .as(typed)
                    .extracting(Hit::id)
                    .contains("oak");
        }
        assertThat(index.search(new Query("Naj", "", 20)))
                .as("a word that is finished is not begun")
                .extracting(Hit::id)
                .doesNotContain("oak");
    }

    @Test
    void numberIsFoundByHowItBeginsWhateverItsSignsAndDigits() {
        ResidentIndex index = index();
        index.add("elm", values("Dardar", "Arz", "1970"), List.of("A-47/113"));
        for (String typed : List.of("A47", "a-47113", "A ٤٧١", "a47113")) {
            assertThat(index.numbered(typed, 5)).as(typed).containsExactly("elm");
        }
        assertThat(index.numbered("47113", 5)).isEmpty();
        index.remove("elm");
        assertThat(index.numbered("A47", 5)).isEmpty();
    }

    @Test
    void dateAloneFindsWhoWasBornThen() {
        ResidentIndex index = ResidentIndex.empty();
        index.add("day", values("Tut", "Tin", "1985-03-04"));
        index.add("year", values("Tut", "Tin", "1985"));
        index.add("other", values("Tut", "Tin", "1975-03-04"));
        assertThat(index.search(new Query("", "1985-03", 9)))
                .extracting(Hit::id)
                .containsExactlyInAnyOrder("day", "year");
        assertThat(index.search(new Query("", "1985-03-04", 9)).getFirst().id()).isEqualTo("day");
    }

    @Test
    void whoCannotComeAmongTheBestIsLeftOutAndNobodyElse() {
        ResidentIndex index = ResidentIndex.of(InventedPeople.table(InventedPeople.of(50_000, 3)));
        for (Query asked :
                List.of(
                        Query.of("Zaytun Rumman", 10),
                        Query.of("صقر Laymun Karaz", 10),
                        new Query("Najm Bulbul Hudhud", "1980", 10),
                        new Query("Zeit Su", "", 10, true))) {
            List<Hit> all =
                    index.search(new Query(asked.name(), asked.born(), 60_000, asked.unfinished()));
            assertThat(index.search(asked)).as(asked.name()).isEqualTo(all.subList(0, 10));
        }
    }

    @Test
    void whatIsWrittenIsReadAgainWithoutThoseTakenOut() throws Exception {
        ResidentIndex index = index();
        index.add("elm", values("Dardar", "Arz", "1970"), List.of("A-47113"));
        index.add("gone", values("Qunfudh", "Yasmin", "1970"), List.of("B-1234"));
        index.remove("gone");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.write(new DataOutputStream(bytes));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("qunfudh", "Qunfudh");
        ResidentIndex read =
                ResidentIndex.read(
                        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        ResidentIndex merged = ResidentIndex.empty();
        merged.addAll(read);
        for (ResidentIndex same : List.of(read, merged)) {
            assertThat(same.size()).isEqualTo(index.size());
            for (Query asked :
                    List.of(Query.of("Zaytun Rumman", 50), new Query("Najas", "1988", 50))) {
                assertThat(same.search(asked)).isEqualTo(index.search(asked));
            }
            assertThat(same.numbered("A-471", 5)).containsExactly("elm");
        }
    }

    @Test
    void placesOfThoseTakenOutAreUsedAgain() {
        ResidentIndex index = index();
        for (int i = 0; i < 1_000; i++) {
            index.add("come" + i, values("Qunfudh", "Yasmin", "1970"));
            index.remove("come" + i);
        }
        index.add("come", values("Qunfudh", "Yasmin", "1971"));
        assertThat(index.search(Query.of("Qunfudh Yasmin", 50)).getFirst().id()).isEqualTo("come");
        assertThat(index.search(Query.of("Qunfudh Yasmin", 50)))
                .filteredOn(hit -> hit.id().startsWith("come"))
                .hasSize(1);
    }
}
