package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.RecordTable;

/// Gives the words of every record's own name to slots.
///
/// Where a record has its name in parts, the words of its whole name that stand in no part go to
/// [Slot#OTHER]. Where it has the whole name alone, the words are given to the slots in the order in
/// which such names are spoken: given, father, grandfather, family. Lists that put the family first
/// are known by their words: what the records with parts use as a family's name stands in front, and
/// at the end what they use as a person's.
final class OwnNames {
    private static final Slot[][] BY_COUNT = {
        {},
        {Slot.GIVEN},
        {Slot.GIVEN, Slot.FAMILY},
        {Slot.GIVEN, Slot.FATHER, Slot.FAMILY},
        {Slot.GIVEN, Slot.FATHER, Slot.GRANDFATHER, Slot.FAMILY}
    };

    /// The parts whose words tell a person's name from a family's.
    private static final List<Slot> TELLING = List.of(Slot.GIVEN, Slot.FATHER, Slot.FAMILY);

    /// What is believed before a word was seen in either use.
    private static final double DOUBT = 1;

    /// In bits: so much must speak for another order than the usual.
    private static final double SURELY = 3;

    /// Words that are more alike than this are one, written in two ways.
    private static final double ONE_WORD = .9;

    private final RecordTable table;
    private final Lexicon lexicon;
    private final List<Part> parts = new ArrayList<>();
    private final @Nullable Column full;
    private final int[][] fullWords;
    private int[] asPerson = {};
    private int[] asFamily = {};
    private int persons;
    private int families;
    private final IntRows.Builder[] builders = new IntRows.Builder[Slot.values().length];

    /// A column that holds one part of the name.
    private static final class Part {
        private final Slot slot;
        private final IntRows.Builder rows;
        private final Column column;
        private final int[] phrases;

        Part(Slot slot, IntRows.Builder rows, Column column, int[] phrases) {
            this.slot = slot;
            this.rows = rows;
            this.column = column;
            this.phrases = phrases;
        }
    }

    OwnNames(RecordTable table, Lexicon lexicon) {
        this.table = table;
        this.lexicon = lexicon;
        for (Slot slot : Slot.OWN_NAME) {
            IntRows.Builder rows = new IntRows.Builder(table.size());
            builders[slot.number()] = rows;
            Column column = slot == Slot.OTHER ? null : table.column(slot.role());
            if (column != null) {
                parts.add(new Part(slot, rows, column, lexicon.phrasesOf(column)));
            }
        }
        full = table.column(FieldRole.FULL_NAME);
        fullWords = full == null ? new int[0][] : lexicon.words(full);
        if (full != null) {
            countUses();
        }
    }

    /// Counts by sound, so that a list in one script tells of the words of another.
    private void countUses() {
        asPerson = new int[lexicon.soundCount()];
        asFamily = new int[lexicon.soundCount()];
        for (Part part : parts) {
            if (TELLING.contains(part.slot)) {
                countUses(part);
            }
        }
    }

    private void countUses(Part part) {
        for (int row = 0; row < table.size(); row++) {
            for (int i = part.column.from(row); i < part.column.to(row); i++) {
                int phrase = part.phrases[part.column.code(i)];
                if (phrase >= 0) {
                    countUse(lexicon.wordsOf(phrase)[0], part.slot);
                }
            }
        }
    }

    private void countUse(int word, Slot slot) {
        int sound = lexicon.sound(word);
        if (sound < 0) {
            return;
        }
        if (slot == Slot.FAMILY) {
            asFamily[sound]++;
            families++;
        } else {
            asPerson[sound]++;
            persons++;
        }
    }

    /// In bits: above 0 for a word that is rather a family's.
    private double isFamilys(int word) {
        int sound = lexicon.sound(word);
        if (sound < 0 || sound >= asFamily.length || families == 0 || persons == 0) {
            return 0;
        }
        return Weights.log2(
                (asFamily[sound] + DOUBT)
                        / (families + DOUBT)
                        / ((asPerson[sound] + DOUBT) / (persons + DOUBT)));
    }

    private boolean isFamilyFirst(int... words) {
        return words.length > 1
                && isFamilys(words[0]) - isFamilys(words[words.length - 1]) > SURELY;
    }

    /// The slots that at least one record has words for.
    Map<Slot, IntRows> read() {
        for (int row = 0; row < table.size(); row++) {
            boolean inParts = addParts(row);
            addFull(row, inParts);
            for (Slot slot : Slot.OWN_NAME) {
                builders[slot.number()].endRow();
            }
        }
        Map<Slot, IntRows> slots = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.OWN_NAME) {
            IntRows rows = builders[slot.number()].build();
            if (rows.total() > 0) {
                slots.put(slot, rows);
            }
        }
        return slots;
    }

    private boolean addParts(int row) {
        boolean any = false;
        for (Part part : parts) {
            for (int i = part.column.from(row); i < part.column.to(row); i++) {
                int phrase = part.phrases[part.column.code(i)];
                if (phrase >= 0) {
                    addOnce(part.rows, phrase);
                    any = true;
                }
            }
        }
        return any;
    }

    private void addFull(int row, boolean inParts) {
        if (full == null) {
            return;
        }
        for (int i = full.from(row); i < full.to(row); i++) {
            int[] words = fullWords[full.code(i)];
            if (inParts) {
                addOthers(words);
            } else {
                addInOrder(words);
            }
        }
    }

    private void addOthers(int[] words) {
        for (int word : words) {
            if (!isInParts(word)) {
                addOnce(builders[Slot.OTHER.number()], lexicon.phrase(word));
            }
        }
    }

    private void addInOrder(int[] written) {
        int[] words = written;
        if (isFamilyFirst(written)) {
            words = Arrays.copyOfRange(written, 1, written.length + 1);
            words[written.length - 1] = written[0];
        }
        Slot[] order = BY_COUNT[Math.min(words.length, BY_COUNT.length - 1)];
        for (int i = 0; i < words.length; i++) {
            boolean last = i == words.length - 1;
            Slot slot =
                    last ? order[order.length - 1] : i < order.length - 1 ? order[i] : Slot.OTHER;
            addOnce(builders[slot.number()], lexicon.phrase(words[i]));
        }
    }

    private boolean isInParts(int word) {
        for (Part part : parts) {
            for (int phrase : part.rows.inRow()) {
                for (int other : lexicon.wordsOf(phrase)) {
                    if (other == word || lexicon.similarity(other, word, ONE_WORD) > ONE_WORD) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static void addOnce(IntRows.Builder builder, int phrase) {
        if (!builder.hasInRow(phrase)) {
            builder.add(phrase);
        }
    }
}
