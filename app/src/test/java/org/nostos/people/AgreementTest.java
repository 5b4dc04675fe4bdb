package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nostos.identity.Agreement;
import org.nostos.identity.Agreement.Measure;
import org.nostos.identity.Verdict;

/// The measures of agreement against published tables, and their intervals against drawing again.
class AgreementTest {

    private static final Offset<Double> NEAR = within(0.0005);

    @Test
    void cohensKappaIsThatOfCohens1960Table() {
        // Cohen 1960, table 1, proportions of 200: kappa .492.
        Agreement cohen = new Agreement(new long[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
        assertThat(cohen.raw().orElseThrow().value()).isCloseTo(0.70, NEAR);
        assertThat(cohen.kappa().orElseThrow().value()).isCloseTo(0.492, NEAR);
    }

    @Test
    void kappaMisleadsWhereNearlyAllAreAlikeAndAc1DoesNot() {
        // Gwet 2008: 118 and 0 of 125 agree, 5 and 2 do not.
        Agreement skewed = new Agreement(new long[][] {{118, 5}, {2, 0}});
        assertThat(skewed.raw().orElseThrow().value()).isCloseTo(0.944, NEAR);
        assertThat(skewed.kappa().orElseThrow().value()).isCloseTo(-0.0234, NEAR);
        assertThat(skewed.ac1().orElseThrow().value()).isCloseTo(0.9408, NEAR);
    }

    @Test
    void anIntervalHoldsWhatDrawingThePairsAgainGives() {
        long[][] cells = {{60, 9, 3}, {7, 70, 4}, {5, 2, 40}};
        Agreement once = new Agreement(cells);
        assertSpread(once.kappa().orElseThrow(), drawnAgain(cells, true));
        assertSpread(once.ac1().orElseThrow(), drawnAgain(cells, false));
    }

    @Test
    void ofNothingNothingIsSaidAndOfOneVerdictNoKappa() {
        Agreement nothing = new Agreement(new long[3][3]);
        assertThat(nothing.raw()).isEmpty();
        assertThat(nothing.kappa()).isEmpty();
        assertThat(nothing.ac1()).isEmpty();
        Agreement alike = new Agreement(new long[][] {{7, 0, 0}, {0, 0, 0}, {0, 0, 0}});
        assertThat(alike.kappa()).isEmpty();
        assertThat(alike.ac1().orElseThrow().value()).isEqualTo(1);
        assertThat(alike.ac1().orElseThrow().from())
                .as("all alike prove no certainty")
                .isLessThan(0.7);
        Measure raw = alike.raw().orElseThrow();
        assertThat(raw.from()).as("seven of seven prove little").isLessThan(0.66);
        assertThat(raw.to()).isCloseTo(1, NEAR);
        assertThat(alike.few()).isTrue();
        assertThat(alike.cell(Verdict.SAME, Verdict.SAME)).isEqualTo(7);
    }

    /// The half width of an interval is about 1.96 standard deviations of what drawing again gives.
    private static void assertSpread(Measure measure, double deviation) {
        assertThat((measure.to() - measure.from()) / 2)
                .isCloseTo(1.96 * deviation, within(0.1 * deviation));
    }

    private static double drawnAgain(long[][] cells, boolean kappa) {
        Random random = new Random(20261122);
        int n = (int) new Agreement(cells).n();
        int times = 4000;
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < times; t++) {
            long[][] again = new long[3][3];
            for (int i = 0; i < n; i++) {
                int at = random.nextInt(n);
                for (int cell = 0; cell < 9; cell++) {
                    at -= (int) cells[cell / 3][cell % 3];
                    if (at < 0) {
                        again[cell / 3][cell % 3]++;
                        break;
                    }
                }
            }
            Agreement drawn = new Agreement(again);
            double value = (kappa ? drawn.kappa() : drawn.ac1()).orElseThrow().value();
            sum += value;
            squares += value * value;
        }
        return Math.sqrt(squares / times - (sum / times) * (sum / times));
    }
}
