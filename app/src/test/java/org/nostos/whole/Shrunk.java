package org.nostos.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The shortest sequence that still fails, as far as leaving steps out leads.
final class Shrunk {

    private static final int MOST_TRIES = 120;

    private Shrunk() {}

    static List<Step> of(List<Step> failing, Predicate<List<Step>> fails) {
        List<Step> kept = new ArrayList<>(failing);
        int tries = 0;
        for (int size = Math.max(1, kept.size() / 2); size > 0; size /= 2) {
            for (int from = 0; from < kept.size() && tries < MOST_TRIES; ) {
                List<Step> without = new ArrayList<>(kept.subList(0, from));
                without.addAll(kept.subList(Math.min(kept.size(), from + size), kept.size()));
                tries++;
                if (!without.isEmpty() && fails.test(without)) {
                    kept = without;
                } else {
                    from += size;
                }
            }
        }
        return kept;
    }
}
