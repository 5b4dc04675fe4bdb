package org.nostos.linkage.internal;

import java.util.Arrays;
import java.util.List;

/// Adds up what rows weigh, a stretch of rows at a time so that the sums stay in the processor's
/// cache. Kept for the next query. For one thread.
///
/// Words come rarest first. A row that only the words left over could lead to is not begun once they
/// and the date together cannot lift it among the best; the common words then only add to the rows
/// that stand already.
final class Tally {
    private static final int STRETCH = 1 << 15;

    /// Looking a row's own words up costs so many times what passing a row in a list does.
    private static final int LOOKING_UP = 12;

    private final float[] sums = new float[STRETCH];
    private final float[] ofWord = new float[STRETCH];
    private final byte[] lastWord = new byte[STRETCH];
    private final int[] standing = new int[STRETCH];
    private float[] gains = {};
    private int count;

    void run(
            List<AskedWord> asked,
            int[][] wordsOf,
            int rows,
            float start,
            BirthDates.Asked born,
            Best best) {
        float[] rest = rest(asked, start + born.most());
        asked.forEach(AskedWord::begin);
        for (int base = 0; base < rows; base += STRETCH) {
            int end = Math.min(rows, base + STRETCH);
            for (int w = 0; w < asked.size(); w++) {
                if (rest[w] >= best.least()) {
                    pass(asked.get(w), base, end, (byte) (w + 1), true);
                } else {
                    dropHopeless(rest[w], best.least());
                    raise(
                            asked.get(w),
                            wordsOf,
                            base,
                            end,
                            (byte) (w + 1),
                            (double) (end - base) / rows);
                }
            }
            offer(base, start, born, best);
        }
    }

    /// The most that a row can weigh which has none of the words before this one.
    private static float[] rest(List<AskedWord> asked, float start) {
        float[] rest = new float[asked.size() + 1];
        rest[asked.size()] = start;
        for (int w = asked.size() - 1; w >= 0; w--) {
            rest[w] = rest[w + 1] + asked.get(w).most();
        }
        return rest;
    }

    private void dropHopeless(float rest, float least) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = standing[i];
            if (sums[row] + rest >= least) {
                standing[kept++] = row;
            } else {
                lastWord[row] = 0;
            }
        }
        count = kept;
    }

    private void raise(
            AskedWord word, int[][] wordsOf, int base, int end, byte number, double share) {
        if (count == 0) {
            return;
        }
        if (count * (long) LOOKING_UP < word.total() * share + word.lists() * 4) {
            lookUp(word, wordsOf, base);
        } else {
            pass(word, base, end, number, false);
        }
    }

    private void lookUp(AskedWord word, int[][] wordsOf, int base) {
        for (int list = 0; list < word.lists(); list++) {
            int number = word.word(list);
            if (number >= gains.length) {
                gains = Arrays.copyOf(gains, number + (number >> 2) + 16);
            }
            gains[number] = word.weight(list);
        }
        for (int i = 0; i < count; i++) {
            float most = 0;
            for (int own : wordsOf[base + standing[i]]) {
                most = own < gains.length ? Math.max(most, gains[own]) : most;
            }
            sums[standing[i]] += most;
        }
        for (int list = 0; list < word.lists(); list++) {
            gains[word.word(list)] = 0;
        }
    }

    /// Adds the word to the rows of its lists: to all, or to those that stand already.
    private void pass(AskedWord word, int base, int end, byte number, boolean begins) {
        for (int list = 0; list < word.lists(); list++) {
            int[] rows = word.rows(list);
            int size = word.end(list);
            int at = word.at(list);
            if (at < size && rows[at] < base) {
                at = skip(rows, at, size, base);
            }
            float weight = word.weight(list);
            for (; at < size && rows[at] < end; at++) {
                add(rows[at] - base, weight, number, begins);
            }
            word.advance(list, at);
        }
    }

    /// Lists that were looked up for some stretches lag behind.
    private static int skip(int[] rows, int from, int size, int base) {
        int found = Arrays.binarySearch(rows, from, size, base);
        return found < 0 ? -found - 1 : found;
    }

    private void add(int row, float weight, byte number, boolean begins) {
        byte last = lastWord[row];
        if (last == number) {
            if (weight > ofWord[row]) {
                sums[row] += weight - ofWord[row];
                ofWord[row] = weight;
            }
        } else if (last != 0) {
            sums[row] += weight;
            ofWord[row] = weight;
            lastWord[row] = number;
        } else if (begins) {
            sums[row] = weight;
            ofWord[row] = weight;
            lastWord[row] = number;
            standing[count++] = row;
        }
    }

    private void offer(int base, float start, BirthDates.Asked born, Best best) {
        for (int i = 0; i < count; i++) {
            int row = standing[i];
            lastWord[row] = 0;
            float weight = start + sums[row];
            if (weight + born.most() >= best.least()) {
                best.offer(base + row, weight + born.weight(base + row));
            }
        }
        count = 0;
    }
}
