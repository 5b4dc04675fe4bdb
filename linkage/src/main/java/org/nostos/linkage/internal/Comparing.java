package org.nostos.linkage.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;

/// Brings a pair of rows to levels, one a facet. For one thread.
///
/// The heart of the inner loop, and long for it: plain arrays, no object made for a pair but where a
/// new pair of phrases is met.
final class Comparing {
    private static final Facet[] FACETS = Facet.values();

    private final Resolved records;
    private final PhraseLevels phrases;
    private final Elsewhere elsewhere;
    private final @Nullable IntRows[] slots = new IntRows[FACETS.length];
    private final int[] sizes = new int[FACETS.length];
    private final int[] areas;
    private final byte[][] levelOfCode = new byte[FACETS.length][PhraseLevels.CODES.size()];
    private final @Nullable Dates dates;
    private final @Nullable IntRows born;
    private final @Nullable Column documents;
    private final @Nullable Column postal;

    Comparing(Resolved records) {
        this.records = records;
        phrases = records.phraseLevels();
        areas = postalAreas(records);
        elsewhere = new Elsewhere(records);
        dates = records.dates();
        born = records.born();
        documents = records.table().column(FieldRole.DOCUMENT_NUMBER);
        postal = records.table().column(FieldRole.POSTAL_CODE);
        for (Facet facet : FACETS) {
            Slot slot = facet.slot();
            slots[facet.number()] = slot == null ? null : records.slot(slot);
            sizes[facet.number()] = facet.kind().levels().size();
            for (int i = 0; i < PhraseLevels.CODES.size(); i++) {
                int level = facet.kind().level(PhraseLevels.CODES.get(i));
                levelOfCode[facet.number()][i] =
                        (byte) (level > 0 ? level : facet.kind().levels().size());
            }
        }
    }

    /// Fills `levels`, one a facet, and `at`, the places of the values that agree best: for facet `f`
    /// that of the left row at `2f`, that of the right row at `2f + 1`.
    void compare(int left, int right, int[] levels, int[] at) {
        for (int f = 0; f < FACETS.length; f++) {
            levels[f] = level(f, left, right, at);
        }
    }

    /// The level of facet `f` alone; fills its own places in `at`.
    int level(int f, int left, int right, int[] at) {
        return switch (FACETS[f].kind()) {
            case NAME -> name(f, left, right, at);
            case TEXT -> text(f, left, right, at);
            case OTHER_NAMES -> otherNames(f, left, right, at);
            case DATE -> date(f, left, right, at);
            case SEX -> sex(left, right);
            case NUMBER -> numbers(f, documents, left, right, at, false);
            case AREA -> numbers(f, postal, left, right, at, true);
        };
    }

    private int text(int f, int left, int right, int[] at) {
        IntRows rows = slots[f];
        if (rows == null || rows.count(left) == 0 || rows.count(right) == 0) {
            return 0;
        }
        byte[] levelOf = levelOfCode[f];
        int size = sizes[f];
        int best = Integer.MAX_VALUE;
        for (int i = rows.from(left); i < rows.to(left); i++) {
            for (int j = rows.from(right); j < rows.to(right); j++) {
                int found = phrases.level(rows.at(i), rows.at(j));
                int across = found >= PhraseLevels.ACROSS ? size : 0;
                int level = levelOf[found & (PhraseLevels.ACROSS - 1)];
                int ranked = level << 8 | level + across;
                if (ranked < best || (ranked == best && isBefore(rows, i, j, f, at))) {
                    best = ranked;
                    at[2 * f] = i;
                    at[2 * f + 1] = j;
                }
            }
        }
        return best & 255;
    }

    private boolean isBefore(IntRows rows, int i, int j, int f, int[] at) {
        return records.phrases()
                .isBefore(rows.at(i), rows.at(j), rows.at(at[2 * f]), rows.at(at[2 * f + 1]));
    }

    private int name(int f, int left, int right, int[] at) {
        int level = text(f, left, right, at);
        int size = sizes[f];
        IntRows rows = slots[f];
        if (rows == null || (level != size && level != 2 * size)) {
            return level;
        }
        int there = elsewhere.find(f, rows.at(at[2 * f]), left, right);
        int back = elsewhere.find(f, rows.at(at[2 * f + 1]), right, left);
        boolean found =
                there == Elsewhere.FREE
                        || back == Elsewhere.FREE
                        || there + back == 2 * Elsewhere.TAKEN;
        return found ? level - 1 : level;
    }

    private int otherNames(int f, int left, int right, int[] at) {
        IntRows rows = slots[f];
        if (rows == null || rows.count(left) == 0 || rows.count(right) == 0) {
            return 0;
        }
        boolean leftFewer = rows.count(left) <= rows.count(right);
        int fewer = leftFewer ? left : right;
        int more = leftFewer ? right : left;
        int found = 0;
        at[2 * f] = rows.from(left);
        at[2 * f + 1] = rows.from(right);
        for (int i = rows.from(fewer); i < rows.to(fewer); i++) {
            for (int j = rows.from(more); j < rows.to(more); j++) {
                int code = phrases.level(rows.at(i), rows.at(j)) & (PhraseLevels.ACROSS - 1);
                if (code == PhraseLevels.SAME || code == PhraseLevels.SAME_SOUND) {
                    if (found == 0 || isBefore(rows, i, j, f, at)) {
                        at[2 * f] = leftFewer ? i : j;
                        at[2 * f + 1] = leftFewer ? j : i;
                    }
                    found++;
                    break;
                }
            }
        }
        return found == rows.count(fewer) ? 1 : found > 0 ? 2 : 3;
    }

    private int date(int f, int left, int right, int[] at) {
        IntRows rows = born;
        Dates known = dates;
        if (rows == null || known == null) {
            return 0;
        }
        int best = 0;
        for (int i = rows.from(left); i < rows.to(left); i++) {
            for (int j = rows.from(right); j < rows.to(right); j++) {
                int level = dateLevel(known, rows.at(i), rows.at(j));
                if (level > 0 && (best == 0 || level < best)) {
                    best = level;
                    at[2 * f] = i;
                    at[2 * f + 1] = j;
                }
            }
        }
        return best;
    }

    static int dateLevel(Dates dates, int a, int b) {
        if (!dates.isKnown(a) || !dates.isKnown(b)) {
            return 0;
        }
        int years = Math.abs(dates.year(a) - dates.year(b));
        if (!dates.isDay(a) || !dates.isDay(b)) {
            return dates.meet(a, b) ? 2 : years == 0 ? 5 : years <= 2 ? 6 : 7;
        }
        boolean month = dates.month(a) == dates.month(b);
        boolean day = dates.day(a) == dates.day(b);
        if (years == 0) {
            if (month && day) {
                return 1;
            }
            if (dates.isFirstOfYear(a) || dates.isFirstOfYear(b)) {
                return 2;
            }
            if (dates.month(a) == dates.day(b) && dates.day(a) == dates.month(b)) {
                return 3;
            }
            return month || day ? 4 : 5;
        }
        boolean default1 = dates.isFirstOfYear(a) || dates.isFirstOfYear(b);
        if (month && day && !default1) {
            return 4;
        }
        return years <= 2 ? 6 : 7;
    }

    private int sex(int left, int right) {
        int a = records.sex(left);
        int b = records.sex(right);
        return a == 0 || b == 0 ? 0 : a == b ? 1 : 2;
    }

    private int numbers(
            int f, @Nullable Column column, int left, int right, int[] at, boolean inAreas) {
        if (column == null) {
            return 0;
        }
        int best = 0;
        for (int i = column.from(left); i < column.to(left); i++) {
            for (int j = column.from(right); j < column.to(right); j++) {
                int level = numberLevel(column, column.code(i), column.code(j), inAreas);
                if (best == 0 || level < best) {
                    best = level;
                    at[2 * f] = i;
                    at[2 * f + 1] = j;
                }
            }
        }
        return best;
    }

    private int numberLevel(Column column, int a, int b, boolean inAreas) {
        if (a == b) {
            return 1;
        }
        if (NumberText.isOneSlip(column.text(a), column.text(b))) {
            return 2;
        }
        return inAreas && areas[a] == areas[b] ? 3 : inAreas ? 4 : 3;
    }

    /// For each postal code the number of its area.
    private static int[] postalAreas(Resolved records) {
        Column column = records.table().column(FieldRole.POSTAL_CODE);
        if (column == null) {
            return new int[0];
        }
        Map<String, Integer> numbers = new HashMap<>();
        int[] areas = new int[column.distinct()];
        for (int code = 0; code < areas.length; code++) {
            String area = NumberText.area(column.text(code));
            areas[code] = numbers.computeIfAbsent(area, any -> numbers.size());
        }
        return areas;
    }
}
