package org.nostos.linkage.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// The numbers that rows give, found by how they begin. Signs between letters and digits do not count,
/// nor in which script the digits are.
///
/// A number is filed under its first twelve letters and digits, packed into a long: whoever finds a row
/// by a longer one, or by letters beyond a to z, must read the record to be sure.
final class Numbers {
    private static final int LETTERS = 37;
    private static final int LONGEST = 12;

    private long[] keys = {};
    private int[] rows = {};
    private long[] newKeys = new long[64];
    private int[] newRows = new int[64];
    private int fresh;

    void add(String number, int row) {
        long key = key(number, LONGEST);
        if (key != 0) {
            add(key, row);
        }
    }

    void add(long key, int row) {
        if (fresh == newKeys.length) {
            newKeys = Arrays.copyOf(newKeys, fresh * 2);
            newRows = Arrays.copyOf(newRows, fresh * 2);
        }
        newKeys[fresh] = key;
        newRows[fresh++] = row;
        if (fresh > 4096 + keys.length / 16) {
            settle(new BitSet());
        }
    }

    /// Takes out what these rows give.
    void remove(BitSet gone) {
        settle(gone);
    }

    /// Sorts what is new in among the rest.
    private void settle(BitSet gone) {
        Integer[] order = new Integer[fresh];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(newKeys[a], newKeys[b]));
        long[] merged = new long[keys.length + fresh];
        int[] with = new int[merged.length];
        int count = 0;
        int old = 0;
        int next = 0;
        while (old < keys.length || next < fresh) {
            boolean takesOld =
                    next == fresh || (old < keys.length && keys[old] <= newKeys[order[next]]);
            int row = takesOld ? rows[old] : newRows[order[next]];
            merged[count] = takesOld ? keys[old++] : newKeys[order[next++]];
            with[count] = row;
            count += gone.get(row) ? 0 : 1;
        }
        keys = Arrays.copyOf(merged, count);
        rows = Arrays.copyOf(with, count);
        fresh = 0;
    }

    /// The rows with a number that begins so, at most so many.
    int[] beginning(String start, int most) {
        int length = Math.min(LONGEST, plainLength(start));
        long from = key(start, LONGEST);
        if (length == 0) {
            return new int[0];
        }
        long to = from;
        long step = 1;
        for (int i = LONGEST; i > length; i--) {
            to += (LETTERS - 1) * step;
            step *= LETTERS;
        }
        IntList found = new IntList();
        int at = Arrays.binarySearch(keys, from);
        at = at < 0 ? -at - 1 : at;
        while (at > 0 && keys[at - 1] == from) {
            at--;
        }
        for (; at < keys.length && keys[at] <= to && found.size() < most; at++) {
            found.add(rows[at]);
        }
        for (int i = 0; i < fresh && found.size() < most; i++) {
            if (newKeys[i] >= from && newKeys[i] <= to) {
                found.add(newRows[i]);
            }
        }
        return IntStream.range(0, found.size()).map(found::get).distinct().toArray();
    }

    private static int plainLength(String number) {
        return (int) number.codePoints().filter(Character::isLetterOrDigit).count();
    }

    /// The first letters and digits as the digits of one number, short ones filled up with nothing.
    private static long key(String number, int length) {
        int[] plain =
                number.codePoints().filter(Character::isLetterOrDigit).limit(length).toArray();
        long key = 0;
        for (int i = 0; i < length; i++) {
            key = key * LETTERS + (i < plain.length ? code(plain[i]) : 0);
        }
        return key;
    }

    private static int code(int letter) {
        if (Character.isDigit(letter)) {
            return 1 + Character.digit(letter, 10);
        }
        int lower = Character.toLowerCase(letter);
        return lower >= 'a' && lower <= 'z' ? 11 + lower - 'a' : 11 + lower % 26;
    }

    int size() {
        return keys.length + fresh;
    }

    long key(int at) {
        return at < keys.length ? keys[at] : newKeys[at - keys.length];
    }

    int row(int at) {
        return at < rows.length ? rows[at] : newRows[at - rows.length];
    }
}
