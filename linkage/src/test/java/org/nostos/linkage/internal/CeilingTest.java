package org.nostos.linkage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.LinkageModel;
import org.nostos.linkage.PairScope;
import org.nostos.linkage.Progress;
import org.nostos.linkage.RecordTable;

/// What is left out is surely below what was asked for, whatever was compared before.
class CeilingTest {
    private static final int SIZE = 160;
    private static final String[] NAMES = {
        "زيتون",
        "Zaytun",
        "Zeitoun",
        "رمان",
        "Rumman",
        "Roman",
        "صنوبر",
        "Sanawbar",
        "Snobar",
        "Сосна",
        "Al-Ballut",
        "البلوط",
        "بلوط",
        "Balloot",
        "Abd Zaytun",
        "عبد الزيتون",
        "Z.",
        "Abu Nakhl"
    };
    private static final String[] DATES = {
        "1988-06-14", "1988-14-06", "1988-06-04", "1988-01-01", "1988", "1990-06", "1991-03-02"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noPairIsLeftOutThatComesToWhatIsAskedFor(long seed) {
        RecordTable table = table(new Random(seed));
        Resolved records = new Resolved(table);
        Frequencies frequencies = new Frequencies(records);
        Weighing weighing = Weighing.of(model(records, frequencies));
        Scorer scorer = new Scorer(records, frequencies, weighing);
        int leftOut = 0;
        for (double least : new double[] {-30, -7, 0, 4}) {
            for (int right = 1; right < SIZE; right++) {
                scorer.begin(right);
                for (int left = 0; left < right; left++) {
                    double bounded = scorer.weight(left, right, least);
                    double whole = scorer.weight(left, right);
                    if (bounded == Double.NEGATIVE_INFINITY) {
                        leftOut++;
                        assertThat(whole).as("%d beside %d", left, right).isLessThan(least);
                    } else {
                        assertThat(bounded).isEqualTo(whole);
                    }
                }
            }
        }
        assertThat(leftOut).isPositive();
    }

    private static LinkageModel model(Resolved records, Frequencies frequencies) {
        CandidateIndex index = CandidateIndex.of(records, 400, 400);
        Scope scope = new Scope(PairScope.everything(), SIZE);
        return new Trainer(records, index, frequencies, scope, Progress.NONE).train();
    }

    private static RecordTable table(Random random) {
        RecordTable.Builder table = RecordTable.builder();
        for (int row = 0; row < SIZE; row++) {
            Map<FieldRole, List<String>> values = new EnumMap<>(FieldRole.class);
            for (FieldRole role : FieldRole.values()) {
                List<String> several = new ArrayList<>();
                for (int i = random.nextInt(5) / 2; i > 0; i--) {
                    several.add(value(role, random));
                }
                values.put(role, several);
            }
            table.add("r" + row, values);
        }
        return table.build();
    }

    private static String value(FieldRole role, Random random) {
        String name = NAMES[random.nextInt(NAMES.length)];
        return switch (role) {
            case BIRTH_DATE -> DATES[random.nextInt(DATES.length)];
            case SEX -> random.nextBoolean() ? "F" : "M";
            case DOCUMENT_NUMBER -> "N0" + random.nextInt(1_200);
            case POSTAL_CODE -> "2" + random.nextInt(120);
            case FULL_NAME -> name + " " + NAMES[random.nextInt(NAMES.length)];
            default -> name;
        };
    }
}
