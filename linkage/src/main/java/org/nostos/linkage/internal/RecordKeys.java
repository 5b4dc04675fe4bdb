package org.nostos.linkage.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;

/// The keys under which a record is filed, so that two records of one person share at least one.
///
/// A key is a hash of its kind and what it is made of: sounds of names, alone and two together, with
/// the year or the day of birth, with the place; the day alone; numbers. Which of them are rare enough
/// to be worth following is for the [CandidateIndex] to say. For one thread.
final class RecordKeys {
    private static final int MOST_WORDS = 8;

    private final Resolved records;
    private final Lexicon lexicon;
    private final @Nullable IntRows born;
    private final @Nullable Column postal;
    private final @Nullable Column documents;
    private long[] keys = new long[256];
    private int count;
    private final int[] fine = new int[MOST_WORDS];
    private final int[] second = new int[MOST_WORDS];
    private final int[] coarse = new int[MOST_WORDS];
    private int words;

    RecordKeys(Resolved records) {
        this.records = records;
        lexicon = records.lexicon();
        born = records.born();
        postal = records.table().column(FieldRole.POSTAL_CODE);
        documents = records.table().column(FieldRole.DOCUMENT_NUMBER);
    }

    /// Computes the keys of a row; they stand in [#key] from 0 to the count returned, each once.
    int of(int row) {
        count = 0;
        gatherWords(row);
        for (int w = 0; w < words; w++) {
            add(1, fine[w], 0);
            if (second[w] != fine[w]) {
                add(1, second[w], 0);
            }
            for (int v = 0; v < w; v++) {
                pair(2, fine[w], fine[v], 0);
                pair(3, coarse[w], coarse[v], 0);
            }
        }
        dates(row);
        places(row);
        numbers(row);
        return distinct();
    }

    long key(int at) {
        return keys[at];
    }

    private void gatherWords(int row) {
        words = 0;
        for (Slot slot : Slot.OWN_NAME) {
            IntRows rows = records.slot(slot);
            if (rows == null) {
                continue;
            }
            for (int i = rows.from(row); i < rows.to(row); i++) {
                for (int word : lexicon.wordsOf(rows.at(i))) {
                    int[] sounds = lexicon.sounds(word);
                    if (words < MOST_WORDS && sounds.length > 0) {
                        fine[words] = sounds[0];
                        second[words] = sounds[sounds.length > 1 ? 1 : 0];
                        coarse[words++] = lexicon.coarse(word);
                    }
                }
            }
        }
    }

    private void dates(int row) {
        Dates dates = records.dates();
        if (dates == null || born == null) {
            return;
        }
        for (int i = born.from(row); i < born.to(row); i++) {
            int date = born.at(i);
            if (!dates.isKnown(date)) {
                continue;
            }
            int year = dates.year(date);
            if (dates.isDay(date)) {
                day(dates, date);
            }
            for (int w = 0; w < words; w++) {
                add(10, fine[w], year);
                add(11, coarse[w], year);
                for (int v = 0; v < w; v++) {
                    pair(12, coarse[w], coarse[v], year);
                }
            }
        }
    }

    private void day(Dates dates, int date) {
        int day = dates.day(date);
        int month = dates.month(date);
        int year = dates.year(date);
        int low = Math.min(day, month);
        int high = Math.max(day, month);
        add(20, year * 512L + low * 32L + high, 0);
        for (int w = 0; w < words; w++) {
            add(21, coarse[w], year * 512L + low * 32L + high);
            add(22, fine[w], low * 32L + high);
        }
    }

    private void places(int row) {
        IntRows places = records.slot(Slot.PLACE);
        if (places != null) {
            for (int i = places.from(row); i < places.to(row); i++) {
                for (int word : lexicon.wordsOf(places.at(i))) {
                    withPlace(row, 30, lexicon.coarse(word));
                }
            }
        }
        if (postal != null) {
            for (int i = postal.from(row); i < postal.to(row); i++) {
                withPlace(row, 40, NumberText.area(postal.text(postal.code(i))).hashCode());
            }
        }
    }

    private void withPlace(int row, int kind, int place) {
        for (int w = 0; w < words; w++) {
            add(kind, fine[w], place);
            add(kind + 1, coarse[w], place);
        }
        Dates dates = records.dates();
        if (dates != null && born != null) {
            for (int i = born.from(row); i < born.to(row); i++) {
                if (dates.isKnown(born.at(i))) {
                    add(kind + 2, place, dates.year(born.at(i)));
                }
            }
        }
    }

    private void numbers(int row) {
        if (documents != null) {
            for (int i = documents.from(row); i < documents.to(row); i++) {
                add(50, documents.code(i), 0);
            }
        }
        if (postal != null) {
            for (int i = postal.from(row); i < postal.to(row); i++) {
                add(51, postal.code(i), 0);
            }
        }
        IntRows mothers = records.slot(Slot.MOTHER);
        if (mothers != null) {
            for (int i = mothers.from(row); i < mothers.to(row); i++) {
                int mother = lexicon.coarse(lexicon.wordsOf(mothers.at(i))[0]);
                for (int w = 0; w < words; w++) {
                    add(52, fine[w], mother);
                }
            }
        }
    }

    private void pair(int kind, int one, int other, int third) {
        add(kind, (long) Math.min(one, other) << 32 | Math.max(one, other), third);
    }

    private void add(int kind, long one, long other) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
        }
        keys[count++] = mix(mix(one + 0x9E3779B97F4A7C15L * kind) + other);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private int distinct() {
        Arrays.sort(keys, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[kept++] = keys[i];
            }
        }
        return kept;
    }
}
