package org.nostos.names.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a word in Latin letters is likely to be written in another script, as skeletons, the likeliest
/// first.
///
/// The table says how often a piece of one to three Latin letters goes with a piece of a skeleton. It
/// was learnt from pairs of names by `names/learning/learn_spellings.py`, which brings words to the
/// same skeletons as this class does; the table's head names its source and licence. Reading a word is
/// a search for the cheapest ways through the table, of which the best few are kept at each letter.
final class Spellings {
    static final Spellings ARABIC = new Spellings("latin-arabic.tsv", "a:", 24, 5);
    static final Spellings CYRILLIC = new Spellings("latin-cyrillic.tsv", "c:", 15, 5);

    private static final int LONGEST_PIECE = 3;
    private static final int LONGEST_WORD = 24;

    /// So many ways are followed further at each letter.
    private static final int BEAM = 12;

    /// In tenths of a bit: what is so much less likely than the likeliest is left out.
    private static final int LEAST_LIKELY = 120;

    private static final int MOST_SHORTENED = 6;

    private static final String ARABIC_LETTERS = "بپتطثجچحهخدضذزژرشغفڤڨقكکگلمنسصظوؤيیىئ";
    private static final String ARABIC_SKELETON = "bbttsjjhhxddzzzrSgfffkkkklmnsszwwyyyy";
    private static final String CYRILLIC_LETTERS = "бпвфгкхдтзсцжшщчрлмнуоюёийыеэ";
    private static final String CYRILLIC_SKELETON = "bpvfgkhdtzscZSSCrlmnwwwwyyyyy";

    private final Map<String, List<Piece>> pieces = new HashMap<>();
    private final String prefix;
    private final int most;
    private final int shortenedFrom;

    private record Piece(String skeleton, int cost) {}

    /// A way to write the beginning of a word, and what it costs.
    private record Way(String skeleton, int cost) {}

    /// @param most a word has at most so many keys, those with a consonant left out beside them
    /// @param shortenedFrom skeletons of so many consonants are also filed with one of them left out
    private Spellings(String table, String prefix, int most, int shortenedFrom) {
        this.prefix = prefix;
        this.most = most;
        this.shortenedFrom = shortenedFrom;
        try (InputStream file = Spellings.class.getResourceAsStream(table)) {
            if (file == null) {
                throw new IllegalStateException("a table is missing: " + table);
            }
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells ->
                            pieces.computeIfAbsent(cells[0], any -> new ArrayList<>())
                                    .add(new Piece(cells[1], Integer.parseInt(cells[2]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The keys of a word in Latin letters.
    Set<String> keysOfLatin(String folded) {
        List<String> skeletons = new ArrayList<>();
        List<Way> ways = ways(latin(folded));
        for (Way way : ways) {
            if (way.cost > ways.getFirst().cost + LEAST_LIKELY) {
                break;
            }
            skeletons.add(way.skeleton);
        }
        return keys(skeletons);
    }

    /// The keys of a word in the other script, with and without an article.
    Set<String> keysOfOther(String folded) {
        List<String> skeletons = new ArrayList<>(List.of(skeleton(folded)));
        String bare = Compounds.withoutArticle(folded);
        if (bare.length() > 2 && !bare.equals(folded)) {
            skeletons.add(skeleton(bare));
        }
        return keys(skeletons);
    }

    private Set<String> keys(List<String> skeletons) {
        Set<String> keys = new LinkedHashSet<>();
        for (String skeleton : skeletons) {
            String consonants = consonants(skeleton);
            if (!skeleton.isEmpty() && keys.size() < most) {
                keys.add(consonants.length() <= 2 ? "." + skeleton : consonants);
            }
        }
        List<String> first = keys.stream().limit(MOST_SHORTENED).toList();
        for (String key : first) {
            for (int i = 0; i < key.length() && key.length() >= shortenedFrom; i++) {
                if (key.charAt(0) != '.') {
                    keys.add("-" + key.substring(0, i) + key.substring(i + 1));
                }
            }
        }
        Set<String> marked = new LinkedHashSet<>();
        keys.forEach(key -> marked.add(prefix + key));
        return marked;
    }

    /// The skeleton without what stands for vowels as well.
    private static String consonants(String skeleton) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < skeleton.length(); i++) {
            char sign = skeleton.charAt(i);
            boolean again = !kept.isEmpty() && kept.charAt(kept.length() - 1) == sign;
            if (sign != 'w' && sign != 'y' && !again) {
                kept.append(sign);
            }
        }
        return kept.toString();
    }

    private static String skeleton(String folded) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < folded.length() && kept.length() < LONGEST_WORD; i++) {
            boolean closingA = i > 0 && i == folded.length() - 1 && folded.charAt(i) == 'ه';
            char sign = closingA ? 0 : sign(folded.charAt(i));
            if (sign != 0 && (kept.isEmpty() || kept.charAt(kept.length() - 1) != sign)) {
                kept.append(sign);
            }
        }
        return kept.toString();
    }

    private static char sign(char letter) {
        int arabic = ARABIC_LETTERS.indexOf(letter);
        if (arabic >= 0) {
            return ARABIC_SKELETON.charAt(arabic);
        }
        int cyrillic = CYRILLIC_LETTERS.indexOf(letter);
        return cyrillic >= 0 ? CYRILLIC_SKELETON.charAt(cyrillic) : 0;
    }

    /// Small letters without accents; those whose accent makes another sound of them are capitals.
    private static String latin(String folded) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < folded.length() && kept.length() < LONGEST_WORD; i++) {
            char letter = folded.charAt(i);
            switch (letter) {
                case 'ş', 'š', 'ș' -> kept.append('S');
                case 'ç', 'č', 'ć' -> kept.append('C');
                case 'ž', 'ż' -> kept.append('Z');
                case 'ğ' -> kept.append('G');
                case 'ı' -> kept.append('i');
                case 'ø' -> kept.append('o');
                case 'ł' -> kept.append('l');
                case 'đ', 'ð' -> kept.append('d');
                default -> {
                    if (letter >= 'a' && letter <= 'z') {
                        kept.append(letter);
                    }
                }
            }
        }
        return kept.toString();
    }

    private List<Way> ways(String word) {
        List<Map<String, Integer>> at = new ArrayList<>();
        for (int i = 0; i <= word.length(); i++) {
            at.add(new HashMap<>());
        }
        at.getFirst().put("", 0);
        for (int i = 0; i < word.length(); i++) {
            List<Way> best = sorted(at.get(i)).stream().limit(BEAM).toList();
            for (int length = 1; length <= LONGEST_PIECE && i + length <= word.length(); length++) {
                for (Piece piece : pieces.getOrDefault(word.substring(i, i + length), List.of())) {
                    Map<String, Integer> next = at.get(i + length);
                    best.forEach(way ->
                            next.merge(
                                    joined(way.skeleton, piece.skeleton),
                                    way.cost + piece.cost,
                                    Math::min));
                }
            }
        }
        return word.isEmpty() ? List.of() : sorted(at.getLast());
    }

    private static String joined(String start, String piece) {
        boolean again =
                !start.isEmpty()
                        && !piece.isEmpty()
                        && start.charAt(start.length() - 1) == piece.charAt(0);
        return again ? start + piece.substring(1) : start + piece;
    }

    private static List<Way> sorted(Map<String, Integer> ways) {
        return ways.entrySet().stream()
                .map(way -> new Way(way.getKey(), way.getValue()))
                .sorted((a, b) ->
                        a.cost != b.cost
                                ? Integer.compare(a.cost, b.cost)
                                : a.skeleton.compareTo(b.skeleton))
                .toList();
    }
}
