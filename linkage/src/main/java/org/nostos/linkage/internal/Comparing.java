package org.nostos.linkage.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings a pair of rows to levels, one a facet. For one thread.
///
/// The heart of the inner loop, and long for it: plain arrays, no object made for a pair but where a
/// new pair of phrases is met.
final class Comparing {
    private static final Facet[] FACETS = Facet.values();

    private final Lines lines;
    private final Phrases order;
    private final PhraseLevels phrases;
    private final Elsewhere elsewhere;
    private final @Nullable IntRows[] slots = new IntRows[FACETS.length];
    private final int[] sizes = new int[FACETS.length];
    private final Facet.Kind[] kinds = new Facet.Kind[FACETS.length];
    private final byte[][] levelOfCode = new byte[FACETS.length][PhraseLevels.CODES.size()];
    private final @Nullable Dates dates;
    private final @Nullable IntRows born;
    private final @Nullable NumberLevels[] numbers = new NumberLevels[FACETS.length];
    private final @Nullable Column[] columns = new Column[FACETS.length];

    Comparing(Resolved records) {
        lines = records.lines();
        order = records.phrases();
        phrases = records.phraseLevels();
        elsewhere = new Elsewhere(records);
        dates = records.dates();
        born = records.born();
        for (Facet facet : List.of(Facet.DOCUMENT_NUMBER, Facet.POSTAL_CODE)) {
            columns[facet.number()] = records.table().column(facet.role());
            numbers[facet.number()] = records.numbers(facet);
        }
        for (Facet facet : FACETS) {
            Slot slot = facet.slot();
            slots[facet.number()] = slot == null ? null : records.slot(slot);
            kinds[facet.number()] = facet.kind();
            sizes[facet.number()] = facet.kind().levels().size();
            for (int i = 0; i < PhraseLevels.CODES.size(); i++) {
                int level = facet.kind().level(PhraseLevels.CODES.get(i));
                levelOfCode[facet.number()][i] =
                        (byte) (level > 0 ? level : facet.kind().levels().size());
            }
        }
    }

    /// Fills `levels`, one a facet, and `at`, the values that agree best: for facet `f` that of the left
    /// row at `2f`, that of the right row at `2f + 1`.
    void compare(int left, int right, int[] levels, int[] at) {
        for (int f = 0; f < FACETS.length; f++) {
            levels[f] = level(f, left, right, at);
        }
    }

    /// The level of facet `f` alone; fills its own places in `at`.
    int level(int f, int left, int right, int[] at) {
        return switch (kinds[f]) {
            case NAME -> name(f, left, right, at);
            case TEXT -> text(f, left, right, at);
            case OTHER_NAMES -> otherNames(f, left, right, at);
            case DATE -> date(f, left, right, at);
            case SEX -> sex(left, right);
            case NUMBER, AREA -> number(f, left, right, at);
        };
    }

    private int text(int f, int left, int right, int[] at) {
        int a = lines.value(left, f);
        int b = lines.value(right, f);
        if (a == Lines.NONE || b == Lines.NONE) {
            return 0;
        }
        if (a == Lines.SEVERAL || b == Lines.SEVERAL) {
            return bestText(f, left, right, at);
        }
        at[2 * f] = a;
        at[2 * f + 1] = b;
        return levelOf(f, phrases.level(a, b));
    }

    /// The level of two phrases of which [PhraseLevels] found this.
    int levelOf(int f, int found) {
        int across = found >= PhraseLevels.ACROSS ? sizes[f] : 0;
        return levelOfCode[f][found & (PhraseLevels.ACROSS - 1)] + across;
    }

    private int bestText(int f, int left, int right, int[] at) {
        IntRows rows = slots[f];
        if (rows == null) {
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
                if (ranked < best || (ranked == best && isBefore(rows.at(i), rows.at(j), f, at))) {
                    best = ranked;
                    at[2 * f] = rows.at(i);
                    at[2 * f + 1] = rows.at(j);
                }
            }
        }
        return best & 255;
    }

    private boolean isBefore(int a, int b, int f, int[] at) {
        return order.isBefore(a, b, at[2 * f], at[2 * f + 1]);
    }

    private int name(int f, int left, int right, int[] at) {
        int level = text(f, left, right, at);
        int size = sizes[f];
        if (level != size && level != 2 * size) {
            return level;
        }
        int there = elsewhere.find(f, at[2 * f], left, right);
        int back = elsewhere.find(f, at[2 * f + 1], right, left);
        boolean found =
                there == Elsewhere.FREE
                        || back == Elsewhere.FREE
                        || there + back == 2 * Elsewhere.TAKEN;
        return found ? level - 1 : level;
    }

    private int otherNames(int f, int left, int right, int[] at) {
        IntRows rows = slots[f];
        if (rows == null
                || lines.value(left, f) == Lines.NONE
                || lines.value(right, f) == Lines.NONE) {
            return 0;
        }
        boolean leftFewer = rows.count(left) <= rows.count(right);
        int fewer = leftFewer ? left : right;
        int more = leftFewer ? right : left;
        int found = 0;
        at[2 * f] = rows.at(rows.from(left));
        at[2 * f + 1] = rows.at(rows.from(right));
        for (int i = rows.from(fewer); i < rows.to(fewer); i++) {
            for (int j = rows.from(more); j < rows.to(more); j++) {
                int code = phrases.level(rows.at(i), rows.at(j)) & (PhraseLevels.ACROSS - 1);
                if (code == PhraseLevels.SAME || code == PhraseLevels.SAME_SOUND) {
                    int a = rows.at(leftFewer ? i : j);
                    int b = rows.at(leftFewer ? j : i);
                    if (found == 0 || isBefore(a, b, f, at)) {
                        at[2 * f] = a;
                        at[2 * f + 1] = b;
                    }
                    found++;
                    break;
                }
            }
        }
        return found == rows.count(fewer) ? 1 : found > 0 ? 2 : 3;
    }

    private int date(int f, int left, int right, int[] at) {
        int a = lines.value(left, f);
        int b = lines.value(right, f);
        if (a == Lines.NONE || b == Lines.NONE) {
            return 0;
        }
        if (a == Lines.SEVERAL || b == Lines.SEVERAL) {
            return bestDate(f, left, right, at);
        }
        at[2 * f] = a;
        at[2 * f + 1] = b;
        return date(left, right);
    }

    /// The level of two rows that have one date of birth each.
    int date(int left, int right) {
        int one = lines.date(left);
        int other = lines.date(right);
        if (Dates.isDayWritten(one) && Dates.isDayWritten(other)) {
            return dayLevel(one, other);
        }
        int f = Facet.BIRTH_DATE.number();
        return dates == null ? 0 : dateLevel(dates, lines.value(left, f), lines.value(right, f));
    }

    private int bestDate(int f, int left, int right, int[] at) {
        IntRows rows = born;
        int best = 0;
        if (rows == null || dates == null) {
            return best;
        }
        for (int i = rows.from(left); i < rows.to(left); i++) {
            for (int j = rows.from(right); j < rows.to(right); j++) {
                int level = dateLevel(dates, rows.at(i), rows.at(j));
                if (level > 0 && (best == 0 || level < best)) {
                    best = level;
                    at[2 * f] = rows.at(i);
                    at[2 * f + 1] = rows.at(j);
                }
            }
        }
        return best;
    }

    static int dateLevel(Dates dates, int a, int b) {
        if (!dates.isKnown(a) || !dates.isKnown(b)) {
            return 0;
        }
        if (!dates.isDay(a) || !dates.isDay(b)) {
            int years = Math.abs(dates.year(a) - dates.year(b));
            return dates.meet(a, b) ? 2 : years == 0 ? 5 : years <= 2 ? 6 : 7;
        }
        return dayLevel(dates.written(a), dates.written(b));
    }

    /// The level of two whole days, as [Dates#written] gives them.
    private static int dayLevel(int a, int b) {
        if (a == b) {
            return 1;
        }
        int years = Math.abs(Dates.yearWritten(a) - Dates.yearWritten(b));
        boolean first = Dates.isFirstWritten(a) || Dates.isFirstWritten(b);
        boolean month = Dates.monthWritten(a) == Dates.monthWritten(b);
        boolean day = Dates.dayWritten(a) == Dates.dayWritten(b);
        if (years > 0) {
            return month && day && !first ? 4 : years <= 2 ? 6 : 7;
        }
        if (first) {
            return 2;
        }
        boolean swapped =
                Dates.monthWritten(a) == Dates.dayWritten(b)
                        && Dates.dayWritten(a) == Dates.monthWritten(b);
        return swapped ? 3 : month || day ? 4 : 5;
    }

    int sex(int left, int right) {
        int a = lines.sex(left);
        int b = lines.sex(right);
        return a == 0 || b == 0 ? 0 : a == b ? 1 : 2;
    }

    private int number(int f, int left, int right, int[] at) {
        int a = lines.value(left, f);
        int b = lines.value(right, f);
        NumberLevels levels = numbers[f];
        if (a == Lines.NONE || b == Lines.NONE || levels == null) {
            return 0;
        }
        if (a == Lines.SEVERAL || b == Lines.SEVERAL) {
            return bestNumber(f, levels, left, right, at);
        }
        at[2 * f] = a;
        at[2 * f + 1] = b;
        return levels.level(a, b);
    }

    private int bestNumber(int f, NumberLevels levels, int left, int right, int[] at) {
        Column column = columns[f];
        int best = 0;
        for (int i = column == null ? 0 : column.from(left);
                column != null && i < column.to(left);
                i++) {
            for (int j = column.from(right); j < column.to(right); j++) {
                int level = levels.level(column.code(i), column.code(j));
                if (best == 0 || level < best) {
                    best = level;
                    at[2 * f] = column.code(i);
                    at[2 * f + 1] = column.code(j);
                }
            }
        }
        return best;
    }
}
