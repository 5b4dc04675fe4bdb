package org.nostos.demo.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Chance that repeats itself: the same seed gives the same world.
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this(new SplittableRandom(seed));
    }

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /// A chance of its own for one part of the work, so that a change there leaves the rest alone.
    Chance branch() {
        return new Chance(random.split());
    }

    /// True in so many of a hundred cases.
    boolean in100(int cases) {
        return random.nextInt(100) < cases;
    }

    /// A whole number from the first to the last, both included.
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    /// One of these, each as likely as the next.
    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /// The same, in an order of chance.
    <T> List<T> shuffled(List<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            Collections.swap(shuffled, last, between(0, last));
        }
        return shuffled;
    }

    /// So many of these, heavier ones sooner. Asking for more than there are gives all.
    <T> List<T> draw(int count, List<T> all, ToDoubleFunction<T> weight) {
        Map<T, Double> keys = new IdentityHashMap<>();
        all.forEach(one -> keys.put(one, drawKey(weight.applyAsDouble(one))));
        return all.stream()
                .sorted(Comparator.comparingDouble(one -> Objects.requireNonNull(keys.get(one))))
                .limit(count)
                .toList();
    }

    /// A key for drawing without replacement: the smallest keys are drawn, heavier weights sooner.
    private double drawKey(double weight) {
        return -Math.log(1 - random.nextDouble()) / weight;
    }
}
