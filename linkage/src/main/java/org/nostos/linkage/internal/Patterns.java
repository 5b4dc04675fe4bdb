package org.nostos.linkage.internal;

import java.util.Arrays;

/// How many pairs show each pattern of levels. A pattern has the level of every facet, each in as many
/// bits as it needs, and above them in a byte each, in whole bits, the adjustments for frequency: of
/// what is a person's own, and of what is shared in a household. So training need not look at pairs
/// again.
final class Patterns {
    private static final Facet[] FACETS = Facet.values();
    private static final int[] SHIFTS = new int[FACETS.length];
    private static final int[] MASKS = new int[FACETS.length];

    static {
        int shift = 0;
        for (Facet facet : FACETS) {
            int bits = 32 - Integer.numberOfLeadingZeros(facet.levelCount());
            SHIFTS[facet.number()] = shift;
            MASKS[facet.number()] = (1 << bits) - 1;
            shift += bits;
        }
        if (shift > 48) {
            throw new IllegalStateException(
                    "the levels need more bits than a pattern has: " + shift);
        }
    }

    private long[] patterns = new long[1 << 12];
    private long[] counts = new long[1 << 12];
    private int size;

    static long of(int[] levels, double own, double shared) {
        long pattern = wholeBits(own) << 56 | (wholeBits(shared) & 255) << 48;
        for (int f = 0; f < FACETS.length; f++) {
            pattern |= (long) levels[f] << SHIFTS[f];
        }
        return pattern;
    }

    private static long wholeBits(double adjustment) {
        return Math.round(Math.clamp(adjustment, -60, 60));
    }

    static int level(long pattern, int f) {
        return (int) (pattern >>> SHIFTS[f]) & MASKS[f];
    }

    static double ownAdjustment(long pattern) {
        return pattern >> 56;
    }

    static double sharedAdjustment(long pattern) {
        return (byte) (pattern >> 48);
    }

    void add(long pattern, long count) {
        if (size * 2 >= patterns.length) {
            grow();
        }
        int place = place(pattern);
        if (counts[place] == 0) {
            patterns[place] = pattern;
            size++;
        }
        counts[place] += count;
    }

    private int place(long pattern) {
        int mask = patterns.length - 1;
        int place = (int) ((pattern * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (counts[place] != 0 && patterns[place] != pattern) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldPatterns = patterns;
        long[] oldCounts = counts;
        patterns = new long[oldPatterns.length * 2];
        counts = new long[oldPatterns.length * 2];
        size = 0;
        for (int i = 0; i < oldPatterns.length; i++) {
            if (oldCounts[i] != 0) {
                add(oldPatterns[i], oldCounts[i]);
            }
        }
    }

    void addAll(Patterns other) {
        for (int i = 0; i < other.patterns.length; i++) {
            if (other.counts[i] != 0) {
                add(other.patterns[i], other.counts[i]);
            }
        }
    }

    /// The patterns in ascending order, each once.
    long[] sorted() {
        long[] found = new long[size];
        int count = 0;
        for (int i = 0; i < patterns.length; i++) {
            if (counts[i] != 0) {
                found[count++] = patterns[i];
            }
        }
        Arrays.sort(found);
        return found;
    }

    long count(long pattern) {
        return counts[place(pattern)];
    }

    long total() {
        return Arrays.stream(counts).sum();
    }
}
