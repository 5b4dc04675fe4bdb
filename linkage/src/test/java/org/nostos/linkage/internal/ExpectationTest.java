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

    private static Patterns patterns(long seed) {
        return patterns(seed, 0);
    }

    /// Brothers share what is the family's as one person's records do, and are strangers in the rest.
    private static Patterns patterns(long seed, double kin) {
        Random random = new Random(seed);
        Patterns patterns = new Patterns();
        int[] levels = new int[Facet.values().length];
        for (int i = 0; i < PAIRS; i++) {
            double kind = random.nextDouble();
            boolean match = kind < PRIOR;
            boolean family = match || kind < PRIOR + kin;
            levels[Facet.GIVEN_NAME.number()] = drawn(match ? M_GIVEN : U_GIVEN, random);
            levels[Facet.FAMILY_NAME.number()] = drawn(family ? M_GIVEN : U_GIVEN, random);
            levels[Facet.FATHER_NAME.number()] = drawn(family ? M_GIVEN : U_GIVEN, random);
            levels[Facet.SEX.number()] = drawn(match ? M_SEX : U_SEX, random);
            levels[Facet.BIRTH_DATE.number()] =
                    random.nextInt(5) == 0 ? 0 : drawn(match ? M_DATE : U_DATE, random);
            patterns.add(Patterns.of(levels, 0, 0), 1);
        }
        return patterns;
    }

    @Test
    void knownChancesAreFoundAgain() {
        knownChances();
        Expectation expectation = new Expectation(patterns(3), PAIRS, u, uniform(), u, .001);
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
        knownChances();
        Expectation all = new Expectation(patterns(5), PAIRS, u, uniform(), u, .001);
        all.run();
        Expectation chosen = new Expectation(patterns(5), PAIRS * 2.0, u, uniform(), u, .001);
        chosen.run();
        assertThat(chosen.prior()).isCloseTo(all.prior() / 2, within(.001));
    }

    @Test
    void patternsKeepTheirLevelsAndTheirBits() {
        int[] levels = new int[Facet.values().length];
        for (int f = 0; f < levels.length; f++) {
            levels[f] = Facet.values()[f].levelCount() - f % 2;
        }
        long pattern = Patterns.of(levels, -17.4, 59.6);
        for (int f = 0; f < levels.length; f++) {
            assertThat(Patterns.level(pattern, f)).isEqualTo(levels[f]);
        }
        assertThat(Patterns.ownAdjustment(pattern)).isEqualTo(-17);
        assertThat(Patterns.sharedAdjustment(pattern)).isEqualTo(60);
        assertThat(Patterns.sharedAdjustment(Patterns.of(levels, 3, -60))).isEqualTo(-60);
    }

    @Test
    void brothersAreToldFromOnePersonWithoutALabel() {
        knownChances();
        Expectation expectation = new Expectation(patterns(7, .03), PAIRS, u, uniform(), u, .001);
        expectation.run();
        assertThat(expectation.prior()).isCloseTo(PRIOR, within(.002));
        assertThat(expectation.kinPrior()).isCloseTo(.03, within(.003));
    }

    @Test
    void aListWithoutFamiliesKnowsNoKin() {
        knownChances();
        Expectation expectation = new Expectation(patterns(9), PAIRS, u, uniform(), u, .001);
        expectation.run();
        assertThat(expectation.kinPrior()).isZero();
    }

    private void knownChances() {
        System.arraycopy(U_GIVEN, 1, u[Facet.GIVEN_NAME.number()], 1, U_GIVEN.length - 1);
        System.arraycopy(U_GIVEN, 1, u[Facet.FAMILY_NAME.number()], 1, U_GIVEN.length - 1);
        System.arraycopy(U_GIVEN, 1, u[Facet.FATHER_NAME.number()], 1, U_GIVEN.length - 1);
        u[Facet.SEX.number()] = U_SEX;
        u[Facet.BIRTH_DATE.number()] = U_DATE;
    }
}
