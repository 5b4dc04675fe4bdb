package org.nostos.linkage.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;

/// Every record as one line of sixteen numbers, as many as the processor fetches at a time, so that a
/// pair costs the memory one look and not one for every facet.
///
/// A facet has its value's number at its own place, [#NONE], or [#SEVERAL] where the rows of that facet
/// must be asked. The place of the sex holds the date of birth besides, as it was written; the last two
/// are the sounds of the record's own name, one of 64 bits each.
final class Lines {
    static final int NONE = -1;
    static final int SEVERAL = -2;

    private static final Facet[] FACETS = Facet.values();
    private static final int WIDTH = 16;
    private static final int SOUNDS = 14;
    private static final int SEX_AND_DATE = Facet.SEX.number();
    private static final int SEX_BITS = 2;

    static {
        if (FACETS.length > SOUNDS) {
            throw new IllegalStateException("a line has no place for so many facets");
        }
    }

    private final int[] values;
    private final boolean[] given = new boolean[FACETS.length];

    Lines(Resolved records) {
        values = new int[Math.multiplyExact(records.size(), WIDTH)];
        Arrays.fill(values, NONE);
        for (Facet facet : FACETS) {
            Slot slot = facet.slot();
            switch (facet.kind()) {
                case NAME, TEXT, OTHER_NAMES ->
                        fill(facet, slot == null ? null : records.slot(slot));
                case DATE -> fill(facet, records.born());
                case SEX -> given[facet.number()] = records.table().column(FieldRole.SEX) != null;
                case NUMBER, AREA -> fill(facet, records.table().column(facet.role()));
            }
        }
        sexesAndDates(records);
        sounds(records.ownSounds());
    }

    private void fill(Facet facet, @Nullable IntRows rows) {
        if (rows == null) {
            return;
        }
        given[facet.number()] = true;
        for (int at = facet.number(), row = 0; at < values.length; at += WIDTH, row++) {
            int count = rows.count(row);
            values[at] = count == 0 ? NONE : count == 1 ? rows.at(rows.from(row)) : SEVERAL;
        }
    }

    private void fill(Facet facet, @Nullable Column column) {
        if (column == null) {
            return;
        }
        given[facet.number()] = true;
        for (int at = facet.number(), row = 0; at < values.length; at += WIDTH, row++) {
            int count = column.to(row) - column.from(row);
            values[at] = count == 0 ? NONE : count == 1 ? column.code(column.from(row)) : SEVERAL;
        }
    }

    private void sexesAndDates(Resolved records) {
        Dates dates = records.dates();
        int born = Facet.BIRTH_DATE.number();
        for (int row = 0; row < records.size(); row++) {
            int date = values[row * WIDTH + born];
            int written = dates == null || date < 0 ? 0 : dates.written(date);
            values[row * WIDTH + SEX_AND_DATE] = written << SEX_BITS | records.sex(row);
        }
    }

    private void sounds(IntRows own) {
        for (int at = SOUNDS, row = 0; at < values.length; at += WIDTH, row++) {
            long bits = 0;
            for (int i = own.from(row); i < own.to(row); i++) {
                bits |= Lexicon.bit(own.at(i));
            }
            values[at] = (int) bits;
            values[at + 1] = (int) (bits >>> 32);
        }
    }

    /// Whether any record may have this facet.
    boolean isGiven(int f) {
        return given[f];
    }

    /// The value of a facet other than the sex.
    int value(int row, int f) {
        return values[row * WIDTH + f];
    }

    int sex(int row) {
        return values[row * WIDTH + SEX_AND_DATE] & (1 << SEX_BITS) - 1;
    }

    /// The one date of birth of a record that has one, as [Dates#written] gives it.
    int date(int row) {
        return values[row * WIDTH + SEX_AND_DATE] >>> SEX_BITS;
    }

    long sounds(int row) {
        int at = row * WIDTH + SOUNDS;
        return values[at] & 0xFFFFFFFFL | (long) values[at + 1] << 32;
    }

    /// Reads both ends of the line of each row, so that the memory fetches many at once, wherever a line
    /// begins; what is returned means nothing.
    int fetch(int[] rows, int count) {
        int read = 0;
        for (int i = 0; i < count; i++) {
            int at = rows[i] * WIDTH;
            read ^= values[at] ^ values[at + WIDTH - 1];
        }
        return read;
    }
}
