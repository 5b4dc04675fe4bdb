package org.nostos.figures.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.InflaterInputStream;

/// Measures the packed streams of a PDF without keeping what is in them.
///
/// A stream may be packed several times over; each layer is measured. Streams packed by LZW, which nothing
/// has written for twenty years, are not measured and so not read.
final class PdfStreams {
    private static final byte[] BEGIN = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final byte[] LZW = {'/', 'L', 'Z', 'W'};
    private static final long MOST_OF_ONE = 64L << 20;
    private static final long MOST_OF_ALL = 400L << 20;
    private static final int LAYERS = 4;

    private PdfStreams() {}

    static boolean areModest(byte[] bytes) {
        long all = 0;
        for (int i = 0; i + BEGIN.length + 2 < bytes.length; i++) {
            if (is(bytes, i, LZW)) {
                return false;
            }
            if (is(bytes, i, BEGIN) && !(i >= 3 && bytes[i - 1] == 'd' && bytes[i - 2] == 'n')) {
                long size = unpacked(bytes, begin(bytes, i + BEGIN.length));
                all += size;
                if (size > MOST_OF_ONE || all > MOST_OF_ALL) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean is(byte[] bytes, int at, byte[] word) {
        if (at + word.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static int begin(byte[] bytes, int at) {
        int begin = at;
        while (begin < bytes.length
                && begin < at + 2
                && (bytes[begin] == '\r' || bytes[begin] == '\n')) {
            begin++;
        }
        return begin;
    }

    /// The size of the largest layer, as far as it matters.
    private static long unpacked(byte[] bytes, int from) {
        long largest = 0;
        for (int layers = 1; layers <= LAYERS; layers++) {
            long size = layer(bytes, from, layers);
            if (size < 0) {
                break;
            }
            largest = Math.max(largest, size);
            if (largest > MOST_OF_ONE) {
                break;
            }
        }
        return largest;
    }

    private static long layer(byte[] bytes, int from, int layers) {
        long size = 0;
        try {
            InputStream in = new ByteArrayInputStream(bytes, from, bytes.length - from);
            for (int i = 0; i < layers; i++) {
                PushbackInputStream packed = new PushbackInputStream(in, 1);
                int first = packed.read();
                if (first < 0 || (first & 0x0f) != 8) {
                    return -1;
                }
                packed.unread(first);
                in = new InflaterInputStream(packed);
            }
            byte[] thrownAway = new byte[1 << 16];
            int read = in.read(thrownAway);
            while (read >= 0 && size <= MOST_OF_ONE) {
                size += read;
                read = in.read(thrownAway);
            }
        } catch (IOException _) {
            return size;
        }
        return size;
    }
}
