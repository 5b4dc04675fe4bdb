package org.nostos.linkage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.RecordTable;

/// Whole names are read in the order of their list, which nobody has written down.
class OwnNamesTest {
    private static final List<String> TREES =
            List.of("Zaytun", "Rumman", "Tin", "Lawz", "Sidr", "Nakhl");

    private static RecordTable.Builder withParts() {
        RecordTable.Builder table = RecordTable.builder();
        for (int i = 0; i < TREES.size(); i++) {
            table.add(
                    "parts-" + i,
                    Map.of(
                            FieldRole.GIVEN_NAME,
                            List.of(TREES.get(i)),
                            FieldRole.FATHER_NAME,
                            List.of(TREES.get((i + 1) % TREES.size())),
                            FieldRole.FAMILY_NAME,
                            List.of("al-Hamami")));
        }
        return table;
    }

    private static String word(String wholeName, Slot slot) {
        RecordTable table =
                withParts().add("whole", Map.of(FieldRole.FULL_NAME, List.of(wholeName))).build();
        Resolved records = new Resolved(table);
        IntRows rows = Objects.requireNonNull(records.slot(slot));
        int row = table.row("whole");
        return rows.count(row) == 0
                ? ""
                : records.lexicon().folded(records.lexicon().wordsOf(rows.at(rows.from(row)))[0]);
    }

    @Test
    void familyInFrontIsKnownByItsWord() {
        assertThat(word("Hamami Zaytun Rumman", Slot.FAMILY)).isEqualTo("hamami");
        assertThat(word("Hamami Zaytun Rumman", Slot.GIVEN)).isEqualTo("zaytun");
        assertThat(word("Hamami Zaytun Rumman", Slot.FATHER)).isEqualTo("rumman");
    }

    @Test
    void familyInFrontIsKnownInAnotherScript() {
        assertThat(word("الحمامي زيتون", Slot.GIVEN)).isEqualTo("زيتون");
    }

    @Test
    void usualOrderStaysWhereNothingSpeaksAgainstIt() {
        assertThat(word("Zaytun Rumman Hamami", Slot.GIVEN)).isEqualTo("zaytun");
        assertThat(word("Mishmish Khukh", Slot.GIVEN)).isEqualTo("mishmish");
    }
}
