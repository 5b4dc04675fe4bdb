package org.nostos.linkage.internal;

import java.util.Arrays;

/// How many pairs show each pattern of levels. A pattern has four bits a facet and, in the top byte,
/// the adjustments for frequency in whole bits, so that training need not look at pairs again.
final class Patterns {
    private static final int FACETS = Facet.values().length;
    private long[] patterns = new long[1 << 12];
    private long[] counts = new long[1 << 12];
    private int size;

    static long of(int[] levels, double adjustment) {
        long pattern = Math.round(Math.clamp(adjustment, -60, 60)) << 56;
        for (int f = 0; f < FACETS; f++) {
            pattern |= (long) levels[f] << (4 * f);
        }
        return pattern;
    }

    static int level(long pattern, int f) {
        return (int) (pattern >>> (4 * f)) & 15;
    }

    static double adjustment(long pattern) {
        return pattern >> 56;
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
