package org.nostos.linkage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.RecordTable;

class ComparingTest {

    @ParameterizedTest(name = "{0}: {1} {2} beside {3} is {4}")
    @CsvFileSource(
            resources = "/org/nostos/linkage/levels.tsv",
            delimiter = '\t',
            numLinesToSkip = 1)
    void valuesComeToTheLevelThatAReaderExpects(
            String id, String role, String left, String right, String expected) {
        FieldRole field = FieldRole.ofKey(role).orElseThrow();
        RecordTable table =
                RecordTable.builder()
                        .add("left", Map.of(field, List.of(left)))
                        .add("right", Map.of(field, List.of(right)))
                        .build();
        assertThat(level(table, field, 0, 1)).as(id).isEqualTo(expected);
        assertThat(level(table, field, 1, 0)).as(id).isEqualTo(expected);
    }

    private static String level(RecordTable table, FieldRole role, int left, int right) {
        Comparing comparing = new Comparing(new Resolved(table));
        int[] levels = new int[Facet.values().length];
        comparing.compare(left, right, levels, new int[2 * levels.length]);
        for (Facet facet : Facet.values()) {
            if (facet.role() == role) {
                return facet.code(levels[facet.number()]).key();
            }
        }
        throw new IllegalArgumentException(role.key());
    }
}
