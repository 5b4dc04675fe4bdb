package org.nostos.lists.internal;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.Letters;

/// Tells from the beginning of a text file how its letters are written as bytes.
///
/// A byte order mark says so; well-formed UTF-8 that goes beyond ASCII is nothing else; the zeros of
/// UTF-16 stand on one side. The one-byte alphabets are weighed against each other: how usual their
/// letters would be, whether alphabets and capitals would be mixed within words, and ICU's detector as
/// one vote. Where the weights are close, only a person can say.
///
/// `letters` is the best guess; while `open` is not empty, it names what a person has to choose from.
record Lettering(Letters letters, int mark, List<Letters> open) {

    private static final List<Letters> ONE_BYTE =
            List.of(Letters.WINDOWS_1256, Letters.WINDOWS_1251, Letters.WINDOWS_1252);
    private static final double ENOUGH = 14;
    private static final double ICU_WEIGHT = 0.06;
    private static final double PLAUSIBLE = -5.2;

    Lettering {
        open = List.copyOf(open);
    }

    static Lettering tell(byte[] beginning) {
        Lettering marked = marked(beginning);
        if (marked != null) {
            return marked;
        }
        Letters wide = wide(beginning);
        if (wide != null) {
            return sure(wide);
        }
        Utf8Look look = Utf8Look.of(beginning);
        return look.isUtf8() || look.isMixed() ? sure(Letters.UTF_8) : weigh(beginning);
    }

    /// The letters somebody chose; a mark is passed over all the same.
    static Lettering chosen(Letters letters, byte[] beginning) {
        Lettering marked = marked(beginning);
        return marked != null && marked.letters() == letters ? marked : sure(letters);
    }

    /// What a byte order mark at the beginning says.
    static @Nullable Lettering marked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new Lettering(Letters.UTF_8, 3, List.of());
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new Lettering(Letters.UTF_16LE, 2, List.of());
        }
        return startsWith(bytes, 0xFE, 0xFF) ? new Lettering(Letters.UTF_16BE, 2, List.of()) : null;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// Separators, digits and ends of lines have a zero beside them, always on the same side.
    private static @Nullable Letters wide(byte[] bytes) {
        long[] zeros = new long[2];
        long[] wideEnds = new long[2];
        long narrowEnds = 0;
        for (int i = 0; i < bytes.length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
            if (bytes[i] == '\n') {
                boolean before = (i & 1) == 1 && bytes[i - 1] == 0;
                boolean behind = (i & 1) == 0 && i + 1 < bytes.length && bytes[i + 1] == 0;
                wideEnds[0] += before ? 1 : 0;
                wideEnds[1] += behind ? 1 : 0;
                narrowEnds += before || behind ? 0 : 1;
            }
        }
        if (isWide(zeros[1], zeros[0], wideEnds[1], narrowEnds, bytes.length / 2)) {
            return Letters.UTF_16LE;
        }
        return isWide(zeros[0], zeros[1], wideEnds[0], narrowEnds, bytes.length / 2)
                ? Letters.UTF_16BE
                : null;
    }

    /// Without an end of a line, a third of the letters has to speak for it.
    private static boolean isWide(
            long zeros, long otherZeros, long wideEnds, long narrowEnds, long letters) {
        boolean ends = wideEnds > narrowEnds || wideEnds + narrowEnds == 0 && zeros * 3 > letters;
        return ends && zeros * 20 > letters && otherZeros * 4 <= zeros;
    }

    private record Weighed(Letters letters, AlphabetWeight weight, double score) {}

    /// How bytes that are not UTF-8 are written.
    static Lettering weigh(byte[] bytes) {
        CharsetMatch[] votes = votes(bytes);
        List<Weighed> weighed = new ArrayList<>();
        for (Letters letters : ONE_BYTE) {
            AlphabetWeight weight = AlphabetWeight.of(bytes, letters);
            double score = weight.sum() + vote(votes, letters) * ICU_WEIGHT;
            weighed.add(new Weighed(letters, weight, score));
        }
        weighed.sort(Comparator.comparingDouble(Weighed::score).reversed());
        Weighed best = weighed.getFirst();
        boolean clear = best.score() - weighed.get(1).score() >= ENOUGH;
        if (clear && best.weight().mean() >= PLAUSIBLE) {
            return sure(best.letters());
        }
        return new Lettering(best.letters(), 0, weighed.stream().map(Weighed::letters).toList());
    }

    private static CharsetMatch[] votes(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, 8_000)));
        CharsetMatch[] found = detector.detectAll();
        return found == null ? new CharsetMatch[0] : found;
    }

    private static int vote(CharsetMatch[] votes, Letters letters) {
        String name = letters.charset().name().toLowerCase(Locale.ROOT);
        for (CharsetMatch match : votes) {
            if (match.getName().toLowerCase(Locale.ROOT).equals(name)) {
                return match.getConfidence();
            }
        }
        return 0;
    }

    private static Lettering sure(Letters letters) {
        return new Lettering(letters, 0, List.of());
    }
}
