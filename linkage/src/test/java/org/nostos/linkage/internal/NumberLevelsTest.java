package org.nostos.linkage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberLevelsTest {
    private static final String SIGNS = "AaBbXx0123 /";

    @Test
    void aSlipIsSeenWhateverTheSigns() {
        Random random = new Random(19);
        List<String> texts = IntStream.range(0, 400).mapToObj(any -> text(random)).toList();
        Column.Builder builder = new Column.Builder();
        builder.add(0, texts);
        Column column = builder.build(1);
        NumberLevels levels = new NumberLevels(column, false);
        for (int a = 0; a < column.distinct(); a++) {
            for (int b = 0; b < column.distinct(); b++) {
                boolean slip = NumberText.isOneSlip(column.text(a), column.text(b));
                assertThat(levels.level(a, b)).isEqualTo(a == b ? 1 : slip ? 2 : 3);
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("7");
        int length = 3 + random.nextInt(3);
        for (int i = 0; i < length; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.append('7').toString();
    }
}
