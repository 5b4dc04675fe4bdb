package org.nostos.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nostos.basics.FieldRole;
import org.nostos.identity.Pair;
import org.nostos.identity.ProposalFlag;
import org.nostos.identity.ProposalFlag.Kind;
import org.nostos.identity.ProposalFlag.Why;
import org.nostos.linkage.Linker;
import org.nostos.linkage.RecordTable;

/// Twins, namesakes, and the family that helps and may not decide; examples in `flags.tsv`.
class FlaggingTest {

    static Stream<String> examples() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/flags.tsv")).stream()
                .filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aPairIsFlaggedByRulesThatAPersonCanCheck(String line) {
        String[] parts = line.split("\t");
        Flagging flagging = Flagging.over(RecordTable.builder().build());
        List<String> found =
                flagging.flags(record(parts[0]), record(parts[1])).stream()
                        .map(flag -> flag.kind() + ":" + flag.why())
                        .toList();
        assertThat(found)
                .isEqualTo(parts[2].equals("-") ? List.of() : List.of(parts[2].split(" ")));
        assertThat(flagging.flags(record(parts[1]), record(parts[0])))
                .as("the order of the two does not matter")
                .extracting(flag -> flag.kind() + ":" + flag.why())
                .isEqualTo(found);
    }

    @Test
    void aNameThatManyCarrySaysLittleByItself() {
        RecordTable.Builder table = RecordTable.builder();
        UUID[] ids = new UUID[7];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = UUID.randomUUID();
            String name = i < 6 ? "Saqr Zaytun Nakhil" : "Hudhud Rumman Tin";
            table.add(ids[i].toString(), record("full_name=" + name));
        }
        Flagging flagging = Flagging.over(table.build());
        assertThat(flagging.flags(Pair.of(ids[0], ids[1])))
                .containsExactly(new ProposalFlag(Kind.NAMESAKES, Why.COMMON_NAME, 6));
        Map<FieldRole, List<String>> told =
                record("full_name=Saqr Zaytun Nakhil; birth_date=1990-05-03");
        assertThat(flagging.flags(told, told)).as("one day of birth says enough").isEmpty();
    }

    /// Brothers and sisters in lists that give everything of the family and little of the person: what
    /// the engine makes of them stays below where batches and likely pairs begin.
    @Test
    void aPairThatAgreesInTheFamilyAloneStaysBelowWhatABatchTakes() {
        RecordTable table = familiesAndStrangers();
        PairBuffer kept = new PairBuffer(Flagging.over(table));
        Linker.of(table).withMinProbability(0.01).link(kept);
        Map<Pair, Double> probabilities = kept.probabilities();
        Flagging flagging = Flagging.over(table);
        long familyAlone = 0;
        for (Map.Entry<Pair, Double> one : probabilities.entrySet()) {
            boolean alone =
                    flagging.flags(one.getKey()).stream()
                            .anyMatch(flag -> flag.kind() == Kind.FAMILY_ONLY);
            if (alone) {
                familyAlone++;
                assertThat(one.getValue()).isLessThan(0.95);
            }
        }
        assertThat(familyAlone).as("pairs for which the family alone speaks").isPositive();
        assertThat(probabilities.values()).as("others reach it").anyMatch(p -> p >= 0.95);
    }

    private static RecordTable familiesAndStrangers() {
        List<String> trees =
                List.of(
                        "Zaytun", "Rumman", "Kharrub", "Sindyan", "Balut", "Tin", "Arz", "Dulb",
                        "Hawr", "Safsaf");
        List<String> birds =
                List.of(
                        "Saqr", "Hudhud", "Bulbul", "Shahin", "Nawras", "Laqlaq", "Qumri", "Sunun",
                        "Ghurab", "Hamam");
        RecordTable.Builder table = RecordTable.builder();
        for (int i = 0; i < 300; i++) {
            String family =
                    "father_name="
                            + birds.get(i % 10)
                            + trees.get(i / 10 % 10).toLowerCase(java.util.Locale.ROOT)
                            + "; grandfather_name="
                            + birds.get(i / 3 % 10)
                            + "; family_name=al-"
                            + trees.get(i / 7 % 10)
                            + birds.get(i / 11 % 10).toLowerCase(java.util.Locale.ROOT)
                            + "; mother_name="
                            + trees.get(i / 5 % 10)
                            + "a "
                            + birds.get(i / 13 % 10)
                            + "; birth_place=Qaryat "
                            + trees.get(i / 17 % 10);
            String own =
                    "given_name="
                            + birds.get(i * 7 % 10)
                            + "; birth_date=19"
                            + (50 + i % 50)
                            + "-0"
                            + (1 + i % 9)
                            + "-1"
                            + i % 10
                            + "; ";
            table.add(UUID.randomUUID().toString(), record(own + family));
            if (i % 3 == 0) {
                table.add(UUID.randomUUID().toString(), record(own + family));
            }
            if (i % 4 == 0) {
                table.add(UUID.randomUUID().toString(), record(family));
            }
            if (i % 5 == 0) {
                String other =
                        "given_name="
                                + trees.get(i * 3 % 10)
                                + "; birth_date=19"
                                + (53 + i % 40)
                                + "-11-25; ";
                table.add(UUID.randomUUID().toString(), record(other + family));
            }
        }
        return table.build();
    }

    private static Map<FieldRole, List<String>> record(String written) {
        Map<FieldRole, List<String>> record = new EnumMap<>(FieldRole.class);
        for (String field : written.split("; ")) {
            String[] parts = field.split("=", 2);
            record.put(FieldRole.ofKey(parts[0]).orElseThrow(), List.of(parts[1]));
        }
        return record;
    }
}
