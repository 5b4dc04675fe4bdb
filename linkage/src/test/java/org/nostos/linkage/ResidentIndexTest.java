package org.nostos.linkage;

import static org.assertj.core.api.Assertions.assertThat;

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
}
