package org.nostos.linkage.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nostos.linkage.Evidence.Code;

/// How much more or less an agreement says because its value is rare or common, in bits.
///
/// A level's `u` is the chance that two people agree so, whatever the value. For a value that one in
/// `1/share` records has, the chance is its share; the adjustment is the logarithm of the one over the
/// other. What sounds the same is weighed by how many records sound so, what is near by how many sound
/// roughly so. Filled once, then read by every thread.
final class Frequencies {
    private static final double MOST = 9;
    private static final double NEAR_SHARE = .5;
    private static final Facet[] FACETS = Facet.values();

    private static final Code[][] CODES = codes();
    private static final boolean[][] ADJUSTED = adjusted();
    private static final int[] NONE = {0};

    private final Resolved records;
    private final @Nullable IntRows[] slots = new IntRows[FACETS.length];
    private final float[][] same = new float[FACETS.length][];
    private final float[][] sound = new float[FACETS.length][];
    private final float[][] near = new float[FACETS.length][];
    private final double[] uSame = new double[FACETS.length];
    private float[] ownSound = new float[0];
    private float[] years = new float[0];
    private double uSameDay;
    private double uSwappedDay;

    Frequencies(Resolved records) {
        this.records = records;
        for (Facet facet : FACETS) {
            Slot slot = facet.slot();
            if (slot != null) {
                IntRows rows = records.slot(slot);
                slots[facet.number()] = rows;
                if (rows != null) {
                    phrases(facet.number(), rows);
                }
            }
        }
        ownSounds();
        dates();
        sexes();
        numbers(Facet.DOCUMENT_NUMBER);
        numbers(Facet.POSTAL_CODE);
    }

    private static Code[][] codes() {
        Code[][] codes = new Code[FACETS.length][];
        for (Facet facet : FACETS) {
            codes[facet.number()] =
                    IntStream.rangeClosed(0, facet.levelCount())
                            .mapToObj(facet::code)
                            .toArray(Code[]::new);
        }
        return codes;
    }

    /// Whether a level may be adjusted: most pairs differ, and of what differs nothing is asked.
    private static boolean[][] adjusted() {
        boolean[][] adjusted = new boolean[FACETS.length][];
        for (int f = 0; f < FACETS.length; f++) {
            adjusted[f] = new boolean[CODES[f].length];
            for (int level = 1; level < adjusted[f].length; level++) {
                adjusted[f][level] = CODES[f][level] != Code.DIFFERENT;
            }
        }
        return adjusted;
    }

    private void phrases(int f, IntRows rows) {
        Lexicon lexicon = records.lexicon();
        int size = lexicon.phraseCount();
        int[] exact = new int[size];
        int[] fine = new int[lexicon.soundCount() + 1];
        int[] coarse = new int[lexicon.soundCount() + 1];
        for (int i = 0; i < rows.total(); i++) {
            exact[rows.at(i)]++;
            int word = longest(rows.at(i));
            fine[lexicon.sound(word) + 1]++;
            coarse[lexicon.coarse(word) + 1]++;
        }
        uSame[f] = meeting(exact);
        double uFine = meeting(fine);
        double uCoarse = meeting(coarse);
        same[f] = new float[size];
        sound[f] = new float[size];
        near[f] = new float[size];
        double all = rows.total();
        for (int phrase = 0; phrase < size; phrase++) {
            int word = longest(phrase);
            same[f][phrase] = bits(uSame[f], exact[phrase] / all);
            sound[f][phrase] = bits(uFine, fine[lexicon.sound(word) + 1] / all);
            near[f][phrase] =
                    (float) NEAR_SHARE * bits(uCoarse, coarse[lexicon.coarse(word) + 1] / all);
        }
    }

    private int longest(int phrase) {
        Lexicon lexicon = records.lexicon();
        int best = -1;
        int length = -1;
        for (int word : lexicon.wordsOf(phrase)) {
            if (lexicon.folded(word).length() > length) {
                length = lexicon.folded(word).length();
                best = word;
            }
        }
        return best;
    }

    private void ownSounds() {
        IntRows rows = records.ownSounds();
        int[] counts = new int[records.lexicon().soundCount()];
        for (int i = 0; i < rows.total(); i++) {
            counts[rows.at(i)]++;
        }
        double u = meeting(counts);
        ownSound = new float[counts.length];
        for (int sound = 0; sound < counts.length; sound++) {
            ownSound[sound] = bits(u, counts[sound] / (double) Math.max(1, rows.total()));
        }
    }

    private void dates() {
        Dates dates = records.dates();
        IntRows rows = records.born();
        if (dates == null || rows == null) {
            return;
        }
        int f = Facet.BIRTH_DATE.number();
        Map<Integer, int[]> byDay = new HashMap<>();
        int[] byYear = new int[1 << 14];
        for (int i = 0; i < rows.total(); i++) {
            byDay.computeIfAbsent(dates.first(rows.at(i)), any -> new int[1])[0]++;
            byYear[dates.year(rows.at(i))]++;
        }
        Map<Integer, int[]> days = wholeDays(dates, rows);
        uSame[f] = meeting(byDay.values().stream().mapToInt(count -> count[0]).toArray());
        double uYear = meeting(byYear);
        double all = rows.total();
        same[f] = new float[dates.size()];
        years = new float[dates.size()];
        for (int code = 0; code < years.length; code++) {
            if (dates.isKnown(code)) {
                int[] count = days.getOrDefault(wholeDay(dates, code), NONE);
                same[f][code] = bits(uSameDay, count[0] / all);
                years[code] = bits(uYear, byYear[dates.year(code)] / all);
            }
        }
    }

    /// How often two dates are the same day, and how often one is the other with day and month changed:
    /// too seldom to be counted among pairs taken at random.
    private Map<Integer, int[]> wholeDays(Dates dates, IntRows rows) {
        Map<Integer, int[]> counts = new HashMap<>();
        for (int i = 0; i < rows.total(); i++) {
            int date = rows.at(i);
            if (dates.isDay(date)) {
                counts.computeIfAbsent(
                                wholeDay(dates.year(date), dates.month(date), dates.day(date)),
                                any -> new int[1])[0]++;
            }
        }
        double all = (double) rows.total() * Math.max(1, rows.total());
        counts.forEach((day, count) -> {
            int swapped = wholeDay(day >>> 10, day & 31, day >>> 5 & 31);
            uSameDay += count[0] * (double) count[0] / all;
            if (swapped != day) {
                uSwappedDay += count[0] * (double) counts.getOrDefault(swapped, NONE)[0] / all;
            }
        });
        return counts;
    }

    private static int wholeDay(Dates dates, int date) {
        return wholeDay(dates.year(date), dates.month(date), dates.day(date));
    }

    private static int wholeDay(int year, int month, int day) {
        return year << 10 | month << 5 | day;
    }

    private void sexes() {
        int[] counts = new int[3];
        for (int row = 0; row < records.size(); row++) {
            counts[records.sex(row)]++;
        }
        counts[0] = 0;
        int f = Facet.SEX.number();
        uSame[f] = meeting(counts);
        same[f] = new float[3];
        for (int sex = 1; sex < 3; sex++) {
            same[f][sex] =
                    bits(uSame[f], counts[sex] / (double) Math.max(1, counts[1] + counts[2]));
        }
    }

    private void numbers(Facet facet) {
        Column column = records.table().column(facet.role());
        if (column == null) {
            return;
        }
        int[] exact = new int[column.distinct()];
        Map<String, int[]> areas = new HashMap<>();
        int all = 0;
        for (int row = 0; row < records.size(); row++) {
            for (int i = column.from(row); i < column.to(row); i++) {
                exact[column.code(i)]++;
                areas.computeIfAbsent(
                                NumberText.area(column.text(column.code(i))), any -> new int[1])[
                        0]++;
                all++;
            }
        }
        int f = facet.number();
        uSame[f] = meeting(exact);
        double uArea = meeting(areas.values().stream().mapToInt(count -> count[0]).toArray());
        same[f] = new float[exact.length];
        near[f] = new float[exact.length];
        for (int code = 0; code < exact.length; code++) {
            same[f][code] = bits(uSame[f], exact[code] / (double) all);
            int[] area = areas.getOrDefault(NumberText.area(column.text(code)), new int[1]);
            near[f][code] = bits(uArea, area[0] / (double) all);
        }
    }

    /// The chance that two values taken at random are the same.
    private static double meeting(int[] counts) {
        double all = 0;
        double squares = 0;
        for (int count : counts) {
            all += count;
            squares += (double) count * count;
        }
        return all == 0 ? 0 : squares / (all * all);
    }

    private static float bits(double average, double share) {
        if (share <= 0 || average <= 0) {
            return 0;
        }
        return (float) Math.clamp(Weights.log2(average / share), -MOST, MOST);
    }

    /// The chance that two values of the facet, taken at random, are the same; 0 when not known.
    double uSame(Facet facet) {
        return uSame[facet.number()];
    }

    /// The chance that two dates are one and the same day.
    double uSameDay() {
        return uSameDay;
    }

    /// The chance that one date is the other with day and month changed.
    double uSwappedDay() {
        return uSwappedDay;
    }

    /// The adjustment for a pair of rows that came to `level` with these values.
    float adjustment(int f, int level, int left, int right, int[] at) {
        if (!ADJUSTED[f][level]) {
            return 0;
        }
        Code code = CODES[f][level];
        return switch (FACETS[f].kind()) {
            case NAME, TEXT, OTHER_NAMES -> words(f, code, left, right, at);
            case DATE -> date(f, code, at);
            case SEX -> code == Code.SAME ? same[f][records.sex(left)] : 0;
            case NUMBER, AREA -> number(f, code, at);
        };
    }

    /// No pair of this row comes to more at this level.
    float most(int f, int level, int row) {
        Code code = CODES[f][level];
        return switch (FACETS[f].kind()) {
            case NAME, TEXT -> mostOfWords(f, code, row);
            case OTHER_NAMES -> code == Code.DIFFERENT ? 0 : most(sound[f], slots[f], row);
            case DATE ->
                    code == Code.SAME
                            ? most(same[f], records.born(), row)
                            : Math.max(0, most(years, records.born(), row));
            case SEX -> code == Code.SAME ? same[f][records.sex(row)] : 0;
            case NUMBER, AREA -> code == Code.SAME || code == Code.PART ? (float) MOST : 0;
        };
    }

    private float mostOfWords(int f, Code code, int row) {
        return switch (code) {
            case SAME -> most(same[f], slots[f], row);
            case SAME_SOUND -> most(sound[f], slots[f], row);
            case NEAR -> most(near[f], slots[f], row);
            case OTHER_FIELD -> Math.max(0, most(ownSound, records.ownSounds(), row));
            default -> 0;
        };
    }

    private static float most(float[] values, @Nullable IntRows rows, int row) {
        float most = -(float) MOST;
        for (int i = rows == null ? 0 : rows.from(row); rows != null && i < rows.to(row); i++) {
            most = Math.max(most, values[rows.at(i)]);
        }
        return most;
    }

    private float words(int f, Code code, int left, int right, int[] at) {
        int a = at[2 * f];
        int b = at[2 * f + 1];
        if (FACETS[f].kind() == Facet.Kind.OTHER_NAMES) {
            return code == Code.DIFFERENT ? 0 : Math.min(sound[f][a], sound[f][b]);
        }
        if (code == Code.SAME) {
            return same[f][a];
        }
        if (code == Code.SAME_SOUND) {
            return Math.min(sound[f][a], sound[f][b]);
        }
        if (code == Code.NEAR) {
            return Math.min(near[f][a], near[f][b]);
        }
        return code == Code.OTHER_FIELD ? elsewhere(a, b, left, right) : 0;
    }

    /// The commonest of the sounds by which either name was found in the other record.
    private float elsewhere(int a, int b, int left, int right) {
        float best = Math.min(elsewhere(a, right), elsewhere(b, left));
        return best == Float.MAX_VALUE ? 0 : best;
    }

    private float elsewhere(int phrase, int row) {
        float best = Float.MAX_VALUE;
        for (int word : records.lexicon().wordsOf(phrase)) {
            for (int one : records.lexicon().sounds(word)) {
                if (records.ownSounds().contains(row, one)) {
                    best = Math.min(best, ownSound[one]);
                }
            }
        }
        return best;
    }

    private float date(int f, Code code, int[] at) {
        int a = at[2 * f];
        int b = at[2 * f + 1];
        if (code == Code.SAME) {
            return same[f][a];
        }
        boolean year =
                code == Code.DATE_WITHIN
                        || code == Code.SAME_YEAR
                        || code == Code.DAY_MONTH_SWAPPED;
        return year ? Math.min(years[a], years[b]) : 0;
    }

    private float number(int f, Code code, int[] at) {
        int a = at[2 * f];
        return code == Code.SAME ? same[f][a] : code == Code.PART ? near[f][a] : 0;
    }
}
