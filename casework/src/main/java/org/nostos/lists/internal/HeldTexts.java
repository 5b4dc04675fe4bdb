package org.nostos.lists.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nostos.lists.UnreadableFile;

/// The texts that a spreadsheet keeps in one place for all its cells, held as bytes and never more
/// than an eighth of the memory.
final class HeldTexts {

    private static final int PIECE = 1 << 20;

    private final long most = Runtime.getRuntime().maxMemory() / 8;
    private final List<byte[]> pieces = new ArrayList<>();
    private long[] places = new long[256];
    private int[] lengths = new int[256];
    private int count;
    private int used = PIECE;

    void add(String text) throws UnreadableFile {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (used + bytes.length > PIECE) {
            pieces.add(new byte[PIECE]);
            used = 0;
        }
        if ((long) pieces.size() * PIECE + 12L * places.length > most) {
            throw new UnreadableFile("too-much-text");
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        System.arraycopy(bytes, 0, pieces.getLast(), used, bytes.length);
        places[count] = (long) (pieces.size() - 1) * PIECE + used;
        lengths[count++] = bytes.length;
        used += bytes.length;
    }

    /// The text with this number, from 0; the empty text where there is none.
    String get(int number) {
        if (number < 0 || number >= count) {
            return "";
        }
        byte[] piece = pieces.get((int) (places[number] / PIECE));
        int at = (int) (places[number] % PIECE);
        return new String(piece, at, lengths[number], StandardCharsets.UTF_8);
    }
}
