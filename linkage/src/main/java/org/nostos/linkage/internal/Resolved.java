package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.RecordTable;

/// A table as the inner loops need it: every value a number, names taken apart into slots.
final class Resolved {
    private final RecordTable table;
    private final Lexicon lexicon = new Lexicon();
    private final Map<Slot, IntRows> slots = new EnumMap<>(Slot.class);
    private final @Nullable Dates dates;
    private final @Nullable IntRows born;
    private final byte[] sexes;
    private final IntRows ownSounds;
    private final Phrases phrases;
    private final PhraseLevels phraseLevels;
    private final Map<Facet, NumberLevels> numbers = new EnumMap<>(Facet.class);
    private final Lines lines;

    Resolved(RecordTable table) {
        this.table = table;
        Column column = table.column(FieldRole.BIRTH_DATE);
        dates = column == null ? null : new Dates(column);
        born = column == null || dates == null ? null : knownDates(column, dates);
        sexes = sexes();
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
        readNumbers(Facet.DOCUMENT_NUMBER);
        readNumbers(Facet.POSTAL_CODE);
        lines = new Lines(this);
    }

    private void readNumbers(Facet facet) {
        Column column = table.column(facet.role());
        if (column != null) {
            numbers.put(facet, new NumberLevels(column, facet.kind() == Facet.Kind.AREA));
        }
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

    /// The dates of each row that could be read. A year beside a day in it says nothing more.
    private IntRows knownDates(Column column, Dates read) {
        IntRows.Builder rows = new IntRows.Builder(size());
        for (int row = 0; row < size(); row++) {
            for (int i = column.from(row); i < column.to(row); i++) {
                int date = column.code(i);
                if (read.isKnown(date)
                        && !isVaguer(date, row, column, read)
                        && !rows.hasInRow(date)) {
                    rows.add(date);
                }
            }
            rows.endRow();
        }
        return rows.build();
    }

    private static boolean isVaguer(int date, int row, Column column, Dates read) {
        for (int i = column.from(row); i < column.to(row); i++) {
            if (read.isKnown(column.code(i)) && read.isWithin(column.code(i), date)) {
                return true;
            }
        }
        return false;
    }

    private byte[] sexes() {
        byte[] sexes = new byte[size()];
        Column column = table.column(FieldRole.SEX);
        if (column == null) {
            return sexes;
        }
        byte[] known = new byte[column.distinct()];
        for (int code = 0; code < known.length; code++) {
            known[code] = sex(column.text(code));
        }
        for (int row = 0; row < size(); row++) {
            if (column.from(row) < column.to(row)) {
                sexes[row] = known[column.code(column.from(row))];
            }
        }
        return sexes;
    }

    /// 1 for male, 2 for female; what is neither says nothing.
    private static byte sex(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "m",
                    "male",
                    "man",
                    "boy",
                    "ذكر",
                    "رجل",
                    "м",
                    "муж",
                    "мужской",
                    "erkek",
                    "e",
                    "männlich",
                    "homme",
                    "نێر",
                    "مرد",
                    "1" ->
                    (byte) 1;
            case "f",
                    "female",
                    "woman",
                    "girl",
                    "أنثى",
                    "انثى",
                    "امرأة",
                    "ж",
                    "жен",
                    "женский",
                    "kadın",
                    "k",
                    "w",
                    "weiblich",
                    "femme",
                    "مێ",
                    "زن",
                    "2" ->
                    (byte) 2;
            default -> (byte) 0;
        };
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
        return dates;
    }

    /// For each row the dates that are known, as numbers of [#dates].
    @Nullable IntRows born() {
        return born;
    }

    byte sex(int row) {
        return sexes[row];
    }

    Phrases phrases() {
        return phrases;
    }

    PhraseLevels phraseLevels() {
        return phraseLevels;
    }

    @Nullable NumberLevels numbers(Facet facet) {
        return numbers.get(facet);
    }

    Lines lines() {
        return lines;
    }

    /// The sounds of every word of a record's own name.
    IntRows ownSounds() {
        return ownSounds;
    }
}
