package org.nostos.lists.internal;

/// Counts, in some bytes, the letters beyond ASCII that are well-formed UTF-8 and the bytes that
/// cannot be.
///
/// `firstBad` is the line of the first such byte, from 1, or 0. A letter cut off at the end is
/// neither.
record Utf8Look(long wellFormed, long bad, long firstBad) {

    static Utf8Look of(byte[] bytes) {
        long wellFormed = 0;
        long bad = 0;
        long firstBad = 0;
        long line = 1;
        for (int i = 0; i < bytes.length; ) {
            int length = length(bytes, i);
            if (length == 0) {
                bad++;
                firstBad = firstBad == 0 ? line : firstBad;
                i++;
                continue;
            }
            wellFormed += length > 1 ? 1 : 0;
            line += bytes[i] == '\n' ? 1 : 0;
            i += length;
        }
        return new Utf8Look(wellFormed, bad, firstBad);
    }

    boolean isUtf8() {
        return bad == 0;
    }

    /// Whether it is UTF-8 in most places and something else in others.
    boolean isMixed() {
        return bad > 0 && wellFormed > 3 * bad;
    }

    /// How many bytes the letter here has; 0 for none. Ranges after the Unicode Standard, table 3-7.
    private static int length(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        for (int i = 1; i < length; i++) {
            if (at + i >= bytes.length) {
                return bytes.length - at;
            }
            int octet = bytes[at + i] & 0xFF;
            if (octet < low || octet > high) {
                return 0;
            }
            low = 0x80;
            high = 0xBF;
        }
        return length;
    }
}
