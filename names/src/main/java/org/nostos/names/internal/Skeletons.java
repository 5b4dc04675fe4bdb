package org.nostos.names.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The consonants of a word in a common alphabet, with what scripts write differently left open.
///
/// Fine keys keep sounds apart that most spellings keep apart; a sound that is spelled in several
/// ways gives several keys. The coarse key, marked `~`, puts near sounds together.
public final class Skeletons {
    private static final int MOST = 4;

    /// What the cheapest step costs that takes a sound of [#consonants] away: for `l`, `m` and `n`, for
    /// `b`, `f` and `r`, and for all others but `s`, which has the bit of ayn. See [Sound].
    static final float FAR = .5f;

    static final float NEARER = .3f;
    static final float NEAREST = .1f;
    static final int FAR_SOUNDS = bit('l') | bit('m') | bit('n');
    static final int NEARER_SOUNDS = bit('b') | bit('f') | bit('r');
    static final int NEAREST_SOUNDS = ~(FAR_SOUNDS | NEARER_SOUNDS | bit('s'));

    private Skeletons() {}

    public static List<String> keys(String word) {
        Set<String> keys = new LinkedHashSet<>();
        for (Word part : WordReader.split(word)) {
            String folded = Folding.fold(part.word().text());
            switch (part.word().script()) {
                case LATIN -> {
                    keys.addAll(Spellings.ARABIC.keysOfLatin(folded));
                    keys.addAll(Spellings.CYRILLIC.keysOfLatin(folded));
                }
                case ARABIC -> keys.addAll(Spellings.ARABIC.keysOfOther(folded));
                case CYRILLIC -> keys.addAll(Spellings.CYRILLIC.keysOfOther(folded));
                case OTHER -> add(folded, keys);
            }
        }
        return List.copyOf(keys);
    }

    public static List<String> sounds(String word) {
        Set<String> keys = new LinkedHashSet<>();
        for (Word part : WordReader.split(word)) {
            add(part.word().folded(), keys);
        }
        for (Word part : WordReader.split(word)) {
            String bare = Compounds.withoutGrownArticle(part.word().folded());
            if (!bare.equals(part.word().folded())) {
                add(bare, keys);
            }
        }
        return List.copyOf(keys);
    }

    private static void add(String folded, Set<String> keys) {
        Sounds sounds = SoundReader.read(folded);
        keys.addAll(fine(sounds));
        keys.add("~" + coarse(sounds));
    }

    static List<String> fine(Sounds sounds) {
        List<StringBuilder> keys = new ArrayList<>(List.of(new StringBuilder()));
        for (int i = 0; i < sounds.length(); i++) {
            char code = sounds.code(i);
            String ways =
                    i == 0 && Sound.isWeak(code)
                            ? "a"
                            : ways(code, i == 0, i == sounds.length() - 1);
            append(keys, ways);
        }
        return keys.stream().map(StringBuilder::toString).distinct().toList();
    }

    private static void append(List<StringBuilder> keys, String ways) {
        int before = keys.size();
        for (int way = 1; way < ways.length() && keys.size() < MOST; way++) {
            for (int k = 0; k < before && keys.size() < MOST; k++) {
                keys.add(grown(new StringBuilder(keys.get(k)), ways.charAt(way)));
            }
        }
        for (int k = 0; k < before; k++) {
            if (!ways.isEmpty()) {
                grown(keys.get(k), ways.charAt(0));
            }
        }
    }

    private static StringBuilder grown(StringBuilder key, char letter) {
        boolean again = !key.isEmpty() && key.charAt(key.length() - 1) == letter;
        return letter == '-' || again ? key : key.append(letter);
    }

    /// The letters a sound may stand for in a fine key; `-` for none.
    private static String ways(char code, boolean first, boolean last) {
        return switch (code) {
            case 'q' -> "k";
            case 'x', 'X' -> "h";
            case 'G' -> "g";
            case 'T' -> "ts";
            case 'D' -> "dz";
            case 'c' -> "kj";
            case 'C' -> "S";
            case 'Z' -> "j";
            case 'v' -> "w";
            case 'W', 'w' -> first ? "w" : "-";
            case 'Y', 'y' -> first ? "y" : "-";
            case 'h' -> last ? "-" : "h";
            default -> Sound.isWeak(code) ? "-" : String.valueOf(code);
        };
    }

    /// The near sounds that a word has, one bit each.
    static int consonants(Sounds sounds) {
        int bits = 0;
        for (int i = 0; i < sounds.length(); i++) {
            char near = coarse(sounds.code(i), false);
            bits |= near == '-' ? 0 : bit(near);
        }
        return bits;
    }

    private static int bit(char near) {
        return 1 << (near & 31);
    }

    static String coarse(Sounds sounds) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < sounds.length(); i++) {
            grown(key, coarse(sounds.code(i), i == 0));
        }
        return key.toString();
    }

    private static char coarse(char code, boolean first) {
        return switch (code) {
            case 'b', 'p' -> 'b';
            case 't', 'd', 'T', 'D' -> 't';
            case 's', 'z', 'S', 'Z', 'C', 'j' -> 's';
            case 'k', 'q', 'g', 'G', 'c' -> 'k';
            case 'f' -> 'f';
            case 'r', 'l', 'm', 'n' -> code;
            case 'h', 'x', 'X' -> first ? 'h' : '-';
            default -> Character.isDigit(code) ? code : first && Sound.isWeak(code) ? 'a' : '-';
        };
    }
}
