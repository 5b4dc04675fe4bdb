package org.nostos.figures.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// Measures the packed streams of a PDF without keeping what is in them.
///
/// A stream may be packed several times over; each layer is measured. Pictures are not unpacked by whoever
/// reads text. A stream that is packed in any other way, which nothing has written for twenty years, or that
/// says elsewhere or in disguise how it is packed, is not measured and so not read.
final class PdfStreams {
    private static final byte[] BEGIN = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final byte[] FILTER = {'/', 'F', 'i', 'l', 't', 'e', 'r'};
    private static final Set<String> UNMEASURED =
            Set.of(
                    "LZWDecode",
                    "LZW",
                    "ASCII85Decode",
                    "A85",
                    "ASCIIHexDecode",
                    "AHx",
                    "RunLengthDecode",
                    "RL");
    private static final Pattern NAMES =
            Pattern.compile(
                    "\\s*(?:\\[((?:\\s*/[^\\s/\\[\\]<>()%]+)*)\\s*]|(/[^\\s/\\[\\]<>()%]+)).*",
                    Pattern.DOTALL);
    private static final int LOOK = 300;
    private static final long MOST_OF_ONE = 64L << 20;
    private static final long MOST_OF_ALL = 400L << 20;
    private static final int LAYERS = 4;

    private PdfStreams() {}

    static boolean areModest(byte[] bytes) {
        long all = 0;
        for (int i = 0; i + BEGIN.length + 2 < bytes.length; i++) {
            if (is(bytes, i, FILTER) && !isMeasured(bytes, i + FILTER.length)
                    || bytes[i] == '/' && isDisguised(bytes, i + 1)) {
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

    /// Whether what follows names how a stream is packed, and each of it is measured.
    private static boolean isMeasured(byte[] bytes, int from) {
        Matcher names = NAMES.matcher(text(bytes, from, LOOK));
        if (!names.matches()) {
            return false;
        }
        @Nullable String list = names.group(1) == null ? names.group(2) : names.group(1);
        return list != null
                && Stream.of(list.split("/"))
                        .map(String::strip)
                        .noneMatch(name -> name.indexOf('#') >= 0 || UNMEASURED.contains(name));
    }

    /// Whether the name that begins here is `Filter` with some of its letters written as numbers.
    private static boolean isDisguised(byte[] bytes, int from) {
        String name = text(bytes, from, 3 * FILTER.length);
        if (name.indexOf('#') < 0) {
            return false;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean number = name.charAt(i) == '#' && i + 2 < name.length();
            int letter = number ? number(name, i + 1) : name.charAt(i);
            plain.append((char) letter);
            i += number ? 2 : 0;
        }
        return plain.toString().startsWith("Filter");
    }

    private static int number(String hex, int at) {
        return 16 * Math.max(0, Character.digit(hex.charAt(at), 16))
                + Math.max(0, Character.digit(hex.charAt(at + 1), 16));
    }

    private static String text(byte[] bytes, int from, int most) {
        int length = Math.max(0, Math.min(most, bytes.length - from));
        return new String(bytes, Math.min(from, bytes.length), length, StandardCharsets.ISO_8859_1);
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
                if (in.readNBytes(2).length < 2) {
                    return -1;
                }
                in = new InflaterInputStream(in, new Inflater(true));
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
