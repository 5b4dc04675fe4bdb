package org.nostos.linkage.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

/// For each record the records worth comparing it with: those that share a key rare enough.
///
/// Every record follows its rarest keys first, until the records they lead to would be more than its
/// budget; keys equally rare are followed all or none, so that the order of records decides nothing. A
/// pair is a candidate when both follow a key that they share. No list of pairs is kept: the partners
/// of a row are gathered when they are asked for, each once however many keys are shared.
///
/// Built by one sort: hash and row of every key are packed into a long, the hash above. Two keys with
/// one hash only make a candidate too many.
final class CandidateIndex {
    private static final int PART = 1 << 14;

    private final int[] runOffsets;
    private final int[] runRows;
    private final IntRows runsOf;

    private CandidateIndex(int[] runOffsets, int[] runRows, IntRows runsOf) {
        this.runOffsets = runOffsets;
        this.runRows = runRows;
        this.runsOf = runsOf;
    }

    static CandidateIndex of(Resolved records, int budget, int longestRun) {
        int size = records.size();
        int rowBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(size));
        long[] packed = packed(records, rowBits);
        Arrays.parallelSort(packed);
        long rowMask = (1L << rowBits) - 1;
        int[] counts = new int[size];
        int runs = 0;
        for (int start = 0; start < packed.length; ) {
            int end = endOfRun(packed, start, rowBits);
            if (end - start > 1 && end - start <= longestRun) {
                runs++;
                for (int i = start; i < end; i++) {
                    counts[(int) (packed[i] & rowMask)]++;
                }
            }
            start = end;
        }
        return new Builder(packed, rowBits, counts, runs, longestRun).build(budget);
    }

    private static int endOfRun(long[] packed, int start, int rowBits) {
        long hash = packed[start] >>> rowBits;
        int end = start + 1;
        while (end < packed.length && packed[end] >>> rowBits == hash) {
            end++;
        }
        return end;
    }

    private static long[] packed(Resolved records, int rowBits) {
        int parts = (records.size() + PART - 1) / PART;
        long[][] packed =
                IntStream.range(0, parts)
                        .parallel()
                        .mapToObj(part ->
                                packed(
                                        records,
                                        rowBits,
                                        part * PART,
                                        Math.min(records.size(), (part + 1) * PART)))
                        .toArray(long[][]::new);
        long[] all = new long[Arrays.stream(packed).mapToInt(part -> part.length).sum()];
        int count = 0;
        for (long[] part : packed) {
            System.arraycopy(part, 0, all, count, part.length);
            count += part.length;
        }
        return all;
    }

    private static long[] packed(Resolved records, int rowBits, int from, int to) {
        RecordKeys keys = new RecordKeys(records);
        long[] packed = new long[(to - from) * 32 + 64];
        int count = 0;
        for (int row = from; row < to; row++) {
            int found = keys.of(row);
            if (count + found > packed.length) {
                packed = Arrays.copyOf(packed, packed.length + (packed.length >> 1) + found);
            }
            for (int i = 0; i < found; i++) {
                packed[count++] = keys.key(i) << rowBits | row;
            }
        }
        return Arrays.copyOf(packed, count);
    }

    /// Decides for every record which of its keys it follows, then files it under those alone.
    private static final class Builder {
        private final long[] packed;
        private final int rowBits;
        private final int longestRun;
        private final int[] sizes;
        private final int[] starts;
        private final int[] places;
        private final int[] runs;

        Builder(long[] packed, int rowBits, int[] counts, int runCount, int longestRun) {
            this.packed = packed;
            this.rowBits = rowBits;
            this.longestRun = longestRun;
            sizes = new int[runCount];
            starts = new int[runCount];
            places = new int[counts.length + 1];
            for (int row = 0; row < counts.length; row++) {
                places[row + 1] = places[row] + counts[row];
            }
            runs = new int[places[counts.length]];
            fill();
        }

        private void fill() {
            int[] next = places.clone();
            int run = 0;
            for (int start = 0; start < packed.length; ) {
                int end = endOfRun(packed, start, rowBits);
                if (end - start > 1 && end - start <= longestRun) {
                    sizes[run] = end - start;
                    starts[run] = start;
                    for (int i = start; i < end; i++) {
                        runs[next[row(i)]++] = run;
                    }
                    run++;
                }
                start = end;
            }
        }

        private int row(int at) {
            return (int) (packed[at] & ((1L << rowBits) - 1));
        }

        CandidateIndex build(int budget) {
            int[] followed = new int[sizes.length];
            IntRows.Builder runsOf = new IntRows.Builder(places.length - 1);
            for (int row = 0; row + 1 < places.length; row++) {
                for (int run : follow(row, budget)) {
                    runsOf.add(run);
                    followed[run]++;
                }
                runsOf.endRow();
            }
            return filed(runsOf.build(), followed);
        }

        private int[] follow(int row, int budget) {
            long[] bySize = new long[places[row + 1] - places[row]];
            for (int i = 0; i < bySize.length; i++) {
                int run = runs[places[row] + i];
                bySize[i] = (long) sizes[run] << 32 | run;
            }
            Arrays.sort(bySize);
            int taken = 0;
            long spent = 0;
            while (taken < bySize.length) {
                long size = bySize[taken] >>> 32;
                int end = taken;
                while (end < bySize.length && bySize[end] >>> 32 == size) {
                    end++;
                }
                if (spent > 0 && spent + size > budget) {
                    break;
                }
                spent += size * (end - taken);
                taken = end;
            }
            int[] followed = new int[taken];
            for (int i = 0; i < taken; i++) {
                followed[i] = (int) bySize[i];
            }
            return followed;
        }

        private CandidateIndex filed(IntRows runsOf, int[] followed) {
            int[] offsets = new int[sizes.length + 1];
            for (int run = 0; run < sizes.length; run++) {
                offsets[run + 1] = offsets[run] + followed[run];
            }
            int[] rows = new int[offsets[sizes.length]];
            int[] next = offsets.clone();
            for (int row = 0; row + 1 < places.length; row++) {
                for (int i = runsOf.from(row); i < runsOf.to(row); i++) {
                    rows[next[runsOf.at(i)]++] = row;
                }
            }
            return new CandidateIndex(offsets, rows, runsOf);
        }
    }

    /// Gathers partners. For one thread.
    final class Gatherer {
        private final int[] seen;
        private int[] partners = new int[1024];

        Gatherer(int size) {
            seen = new int[size];
            Arrays.fill(seen, -1);
        }

        /// The partners of a row with numbers in `[from, to)`, each once, in ascending order; they stand
        /// in [#partner] from 0 to the count returned. The row itself is never among them.
        int of(int row, int from, int to) {
            int count = 0;
            seen[row] = row;
            for (int k = runsOf.from(row); k < runsOf.to(row); k++) {
                int run = runsOf.at(k);
                for (int i = runOffsets[run]; i < runOffsets[run + 1]; i++) {
                    int other = runRows[i];
                    if (other >= to) {
                        break;
                    }
                    if (other >= from && seen[other] != row) {
                        seen[other] = row;
                        if (count == partners.length) {
                            partners = Arrays.copyOf(partners, count * 2);
                        }
                        partners[count++] = other;
                    }
                }
            }
            Arrays.sort(partners, 0, count);
            return count;
        }

        int fetch(Lines lines, int count) {
            return lines.fetch(partners, count);
        }

        int partner(int at) {
            return partners[at];
        }

        int[] partners(int count) {
            return Arrays.copyOf(partners, count);
        }
    }

    Gatherer gatherer(int size) {
        return new Gatherer(size);
    }
}
