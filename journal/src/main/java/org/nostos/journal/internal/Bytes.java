package org.nostos.journal.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks at eight bytes at a time.
///
/// A byte of a word that equals the one looked for becomes zero under exclusive or; the sum below
/// carries into a byte's highest bit unless the byte was zero, so what is left set marks the zeros,
/// exactly and without carries between bytes.
public final class Bytes {

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle PAIR =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW = 0x7f7f7f7f7f7f7f7fL;
    private static final short[] HEX = hex();

    private Bytes() {}

    /// Where the byte first stands in the range; the range's end when it does not.
    public static int indexOf(byte[] bytes, int from, int to, char wanted) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long found = matches((long) WORD.get(bytes, at), wanted);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /// How often the byte stands in the range.
    public static int count(byte[] bytes, int from, int to, char wanted) {
        int count = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            count += Long.bitCount(matches((long) WORD.get(bytes, at), wanted));
        }
        for (; at < to; at++) {
            count += bytes[at] == wanted ? 1 : 0;
        }
        return count;
    }

    /// Writes bytes as small hexadecimal digits.
    public static void toHex(byte[] bytes, byte[] out) {
        for (int i = 0; i < bytes.length; i++) {
            PAIR.set(out, 2 * i, HEX[bytes[i] & 0xff]);
        }
    }

    private static long matches(long word, char wanted) {
        long zeroed = word ^ (ONES * wanted);
        return ~(((zeroed & LOW) + LOW) | zeroed | LOW);
    }

    private static short[] hex() {
        short[] pairs = new short[256];
        for (int i = 0; i < pairs.length; i++) {
            int high = Character.forDigit(i >> 4, 16);
            int low = Character.forDigit(i & 15, 16);
            pairs[i] = (short) (high | low << 8);
        }
        return pairs;
    }
}
