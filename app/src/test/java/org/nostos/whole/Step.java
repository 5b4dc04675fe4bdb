package org.nostos.whole;

import java.util.Random;

/// What somebody tries, as numbers: who, what, about whom, and two more that the deed reads as it likes. A
/// sequence of them can be played again, and shortened.
record Step(int who, int what, int one, int two, int more) {

    static Step any(Random random) {
        return new Step(
                random.nextInt(10_000),
                random.nextInt(10_000),
                random.nextInt(10_000),
                random.nextInt(10_000),
                random.nextInt(10_000));
    }

    <T> T of(java.util.List<T> choices, int number) {
        return choices.get(number % choices.size());
    }

    <T> T of(T[] choices, int number) {
        return choices[number % choices.length];
    }
}
