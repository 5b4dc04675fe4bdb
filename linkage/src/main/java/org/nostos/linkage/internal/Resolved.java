package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.nostos.linkage.RecordTable;

/// A table as the inner loops need it: every value a number, names taken apart into slots.
final class Resolved {
    private final RecordTable table;
    private final Lexicon lexicon = new Lexicon();
    private final Map<Slot, IntRows> slots = new EnumMap<>(Slot.class);
    private final PlainValues plain;
    private final IntRows ownSounds;
    private final Phrases phrases;
    private final PhraseLevels phraseLevels;
    private final Lines lines;

    Resolved(RecordTable table) {
        this.table = table;
        CompletableFuture<PlainValues> reading =
                CompletableFuture.supplyAsync(() -> new PlainValues(table));
        for (Slot slot :
                List.of(Slot.MOTHER, Slot.KUNYA, Slot.PLACE, Slot.NATIONALITY, Slot.OCCUPATION)) {
            Column words = table.column(slot.role());
            if (words != null) {
                slots.put(slot, phrases(words, lexicon.phrasesOf(words)));
            }
        }
        slots.putAll(new OwnNames(table, lexicon).read());
        commonestFirst();
        ownSounds = sounds();
        phrases = new Phrases(lexicon);
        phraseLevels = new PhraseLevels(lexicon, phrases);
        plain = reading.join();
        lines = new Lines(this);
    }

    /// The commonest phrases get the lowest numbers, so that what is remembered of them lies together.
    private void commonestFirst() {
        long[] counts = new long[lexicon.phraseCount()];
        for (IntRows rows : slots.values()) {
            for (int i = 0; i < rows.total(); i++) {
                counts[rows.at(i)]++;
            }
        }
        for (int phrase = 0; phrase < counts.length; phrase++) {
            counts[phrase] = -counts[phrase] << 32 | phrase;
        }
        Arrays.sort(counts);
        int[] to = new int[counts.length];
        for (int place = 0; place < to.length; place++) {
            to[(int) counts[place]] = place;
        }
        lexicon.renumber(to);
        slots.replaceAll((slot, rows) -> rows.mapped(to));
    }

    private IntRows phrases(Column column, int[] phraseOf) {
        IntRows.Builder rows = new IntRows.Builder(size());
        for (int row = 0; row < size(); row++) {
            for (int i = column.from(row); i < column.to(row); i++) {
                int phrase = phraseOf[column.code(i)];
                if (phrase >= 0 && !rows.hasInRow(phrase)) {
                    rows.add(phrase);
                }
            }
            rows.endRow();
        }
        return rows.build();
    }

    private IntRows sounds() {
        IntRows.Builder rows = new IntRows.Builder(size());
        List<IntRows> own = new ArrayList<>();
        Slot.OWN_NAME.stream().map(slots::get).filter(slot -> slot != null).forEach(own::add);
        for (int row = 0; row < size(); row++) {
            for (IntRows slot : own) {
                for (int i = slot.from(row); i < slot.to(row); i++) {
                    for (int word : lexicon.wordsOf(slot.at(i))) {
                        for (int sound : lexicon.sounds(word)) {
                            if (!rows.hasInRow(sound)) {
                                rows.add(sound);
                            }
                        }
                    }
                }
            }
            rows.endRow();
        }
        return rows.build();
    }

    int size() {
        return table.size();
    }

    RecordTable table() {
        return table;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    @Nullable IntRows slot(Slot slot) {
        return slots.get(slot);
    }

    @Nullable Dates dates() {
        return plain.dates();
    }

    /// For each row the dates that are known, as numbers of [#dates].
    @Nullable IntRows born() {
        return plain.born();
    }

    byte sex(int row) {
        return plain.sex(row);
    }

    Phrases phrases() {
        return phrases;
    }

    PhraseLevels phraseLevels() {
        return phraseLevels;
    }

    @Nullable NumberLevels numbers(Facet facet) {
        return plain.numbers(facet);
    }

    Lines lines() {
        return lines;
    }

    /// The sounds of every word of a record's own name.
    IntRows ownSounds() {
        return ownSounds;
    }
}
