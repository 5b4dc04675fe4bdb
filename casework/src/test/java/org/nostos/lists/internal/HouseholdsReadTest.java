package org.nostos.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nostos.basics.FieldRole;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.FamilyTie;
import org.nostos.lists.Mapping;
import org.nostos.lists.ReadRow;
import org.nostos.lists.Sex;

class HouseholdsReadTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 13);

    static Stream<List<String>> households() {
        return Folding.table("households.tsv").stream().map(List::of);
    }

    @ParameterizedTest
    @MethodSource("households")
    void readsWhoStandsInOneHousehold(List<String> line) {
        List<ReadRow> people = people(line.get(1), line.get(2));
        assertThat(people.stream().map(HouseholdsReadTest::words).collect(Collectors.joining("; ")))
                .as(line.getFirst())
                .isEqualTo(line.get(3));
    }

    @Test
    void givesAMemberWhatIsSaidOfTheMemberAndNothingElse() {
        List<ReadRow> people =
                people(
                        "number full_name sex member:wife of-member:birth_date:gregorian-day-first"
                                + " member:child of-member:age of-member:sex nationality",
                        "A-1|Zaytun|M|Warda|05/07/1988||3|F|Meridia//A-2|Sindyan|M||31/02/1990|Tut|3|F|");
        assertThat(people).hasSize(4);
        ReadRow warda = people.get(1);
        assertThat(warda.number()).isNull();
        assertThat(warda.sex()).isEqualTo(Sex.UNKNOWN);
        assertThat(warda.values()).containsOnlyKeys(FieldRole.FULL_NAME, FieldRole.BIRTH_DATE);
        assertThat(warda.birth()).isNotNull();
        ReadRow sindyan = people.get(2);
        assertThat(sindyan.problems()).as("a date of nobody").isEmpty();
        ReadRow tut = people.get(3);
        assertThat(tut.sex()).isEqualTo(Sex.FEMALE);
        assertThat(Objects.requireNonNull(tut.birth()).first())
                .isEqualTo(LocalDate.of(2022, 5, 14));
    }

    private static String words(ReadRow person) {
        String name = Objects.requireNonNull(person.values().get(FieldRole.FULL_NAME)).getFirst();
        FamilyTie tie = person.family();
        return tie == null
                ? name
                : (name + " " + tie.household() + " " + tie.relation() + " " + tie.stated())
                        .strip();
    }

    private static List<ReadRow> people(String uses, String rows) {
        boolean setIn = uses.startsWith("set-in ");
        List<ColumnUse> columns =
                Arrays.stream(uses.replace("set-in ", "").split(" "))
                        .map(key -> ColumnUse.parse(key).orElseThrow())
                        .toList();
        List<String> headings = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
            headings.add("col" + i);
        }
        RowReader reader = new RowReader(new Mapping(columns, setIn), headings, DAY, DAY);
        List<ReadRow> people = new ArrayList<>();
        for (String row : rows.split("//")) {
            List<String> cells = List.of(row.split("\\|", -1));
            ReadRow read =
                    reader.read(new Row(people.isEmpty() ? 2 : line(people) + 1, cells, true));
            people.add(read);
            people.addAll(read.members());
        }
        return people;
    }

    private static long line(List<ReadRow> people) {
        return people.getLast().line();
    }
}
