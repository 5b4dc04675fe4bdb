package org.nostos.linkage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// The oracle of training: data drawn from known chances must give them back.
class ExpectationTest {
    private static final int PAIRS = 400_000;
    private static final double PRIOR = .02;
    private static final double[] M_GIVEN = {0, .55, .2, .12, .03, .04, .06};
    private static final double[] U_GIVEN = {0, .012, .005, .009, .002, .01, .962};
    private static final double[] M_SEX = {0, .97, .03};
    private static final double[] U_SEX = {0, .55, .45};
    private static final double[] M_DATE = {0, .5, .2, .03, .1, .05, .06, .06};
    private static final double[] U_DATE = {0, .0002, .01, .0001, .003, .012, .06, .9147};

    private final double[][] u = uniform();

    private static double[][] uniform() {
        double[][] chances = new double[Facet.values().length][];
        for (Facet facet : Facet.values()) {
            chances[facet.number()] = new double[facet.levelCount() + 1];
            java.util.Arrays.fill(chances[facet.number()], 1.0 / facet.kind().levels().size());
        }
        return chances;
    }

    private static int drawn(double[] chances, Random random) {
        double rest = random.nextDouble();
        for (int level = 1; level < chances.length; level++) {
            rest -= chances[level];
            if (rest < 0) {
                return level;
            }
        }
        return chances.length - 1;
    }

    private Patterns patterns(long seed) {
        Random random = new Random(seed);
        Patterns patterns = new Patterns();
        int[] levels = new int[Facet.values().length];
        for (int i = 0; i < PAIRS; i++) {
            boolean match = random.nextDouble() < PRIOR;
            levels[Facet.GIVEN_NAME.number()] = drawn(match ? M_GIVEN : U_GIVEN, random);
            levels[Facet.FAMILY_NAME.number()] = drawn(match ? M_GIVEN : U_GIVEN, random);
            levels[Facet.SEX.number()] = drawn(match ? M_SEX : U_SEX, random);
            levels[Facet.BIRTH_DATE.number()] =
                    random.nextInt(5) == 0 ? 0 : drawn(match ? M_DATE : U_DATE, random);
            patterns.add(Patterns.of(levels, 0), 1);
        }
        return patterns;
    }

    @Test
    void knownChancesAreFoundAgain() {
        System.arraycopy(U_GIVEN, 1, u[Facet.GIVEN_NAME.number()], 1, U_GIVEN.length - 1);
        System.arraycopy(U_GIVEN, 1, u[Facet.FAMILY_NAME.number()], 1, U_GIVEN.length - 1);
        u[Facet.SEX.number()] = U_SEX;
        u[Facet.BIRTH_DATE.number()] = U_DATE;
        Expectation expectation = new Expectation(patterns(3), PAIRS, u, uniform(), .001);
        expectation.run();
        assertThat(expectation.prior()).isCloseTo(PRIOR, within(.001));
        expect(expectation.m()[Facet.GIVEN_NAME.number()], M_GIVEN);
        expect(expectation.m()[Facet.FAMILY_NAME.number()], M_GIVEN);
        expect(expectation.m()[Facet.SEX.number()], M_SEX);
        expect(expectation.m()[Facet.BIRTH_DATE.number()], M_DATE);
    }

    private static void expect(double[] found, double[] known) {
        for (int level = 1; level < known.length; level++) {
            assertThat(found[level]).as("level %s", level).isCloseTo(known[level], within(.02));
        }
    }

    @Test
    void pairsThatWereNoCandidatesLowerThePriorAndNotTheLevels() {
        u[Facet.SEX.number()] = U_SEX;
        u[Facet.BIRTH_DATE.number()] = U_DATE;
        System.arraycopy(U_GIVEN, 1, u[Facet.GIVEN_NAME.number()], 1, U_GIVEN.length - 1);
        System.arraycopy(U_GIVEN, 1, u[Facet.FAMILY_NAME.number()], 1, U_GIVEN.length - 1);
        Expectation all = new Expectation(patterns(5), PAIRS, u, uniform(), .001);
        all.run();
        Expectation chosen = new Expectation(patterns(5), PAIRS * 2.0, u, uniform(), .001);
        chosen.run();
        assertThat(chosen.prior()).isCloseTo(all.prior() / 2, within(.001));
    }

    @Test
    void patternsKeepTheirLevelsAndTheirBits() {
        int[] levels = new int[Facet.values().length];
        for (int f = 0; f < levels.length; f++) {
            levels[f] = f % 13;
        }
        long pattern = Patterns.of(levels, -17.4);
        for (int f = 0; f < levels.length; f++) {
            assertThat(Patterns.level(pattern, f)).isEqualTo(levels[f]);
        }
        assertThat(Patterns.adjustment(pattern)).isEqualTo(-17);
    }
}
