package org.nostos.names.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nostos.names.NameWord;
import org.nostos.names.Script;

/// Takes a name apart into words: article and particles off, `abd`, `abu` and `… al-din` joined.
public final class WordReader {
    private static final Set<String> ARTICLES =
            Set.of("al", "el", "ul", "ال", "ал", "аль", "эль", "эл");
    private static final Set<String> SUN_ARTICLES =
            Set.of(
                    "as", "ad", "ar", "an", "at", "ash", "az", "ath", "adh", "es", "ed", "er", "en",
                    "et", "ech", "esh", "ez", "ас", "ад", "ар", "ан", "ат", "аш", "аз");
    private static final Set<String> PARTICLES =
            Set.of(
                    "bin", "ibn", "ben", "bn", "bint", "binti", "ould", "ougli", "oglu", "بن",
                    "ابن", "بنت", "бин", "ибн", "бен", "бинт", "of", "de", "von", "van", "the");
    private static final Set<String> ABD =
            Set.of(
                    "abd", "abdul", "abdel", "abdal", "abdu", "abdol", "abdoul", "abdur", "abdus",
                    "عبد", "абд", "абдул", "абдель", "абду", "абдал");
    private static final Set<String> ABU = Set.of("abu", "abou", "abo", "ابو", "абу");
    private static final Set<String> DIN =
            Set.of(
                    "din", "dine", "deen", "uddin", "eddin", "eddine", "aldin", "addin", "الدين",
                    "дин", "ддин", "аддин");

    private WordReader() {}

    public static List<NameWord> read(String name) {
        return split(name).stream().map(Word::word).toList();
    }

    static List<Word> split(String name) {
        List<int[]> raw = rawWords(name);
        List<Word> words = new ArrayList<>(raw.size());
        int lead = 0;
        for (int i = 0; i < raw.size(); i++) {
            String folded = folded(name, raw.get(i));
            if (isLead(name, raw, i, folded)) {
                continue;
            }
            int last = i;
            if ((ABD.contains(folded) || ABU.contains(folded)) && next(name, raw, i) > i) {
                last = next(name, raw, i);
                String prefix = ABD.contains(folded) ? Compounds.abd(folded) : folded;
                folded = prefix + Compounds.withoutArticle(folded(name, raw.get(last)));
            }
            if (endsWithDin(name, raw, last)) {
                last = next(name, raw, last);
                folded = folded + Compounds.din(folded);
            }
            int start = raw.get(i)[0];
            int end = raw.get(last)[1];
            words.add(word(name, lead, start, end, Compounds.canonical(folded)));
            lead = end;
            i = last;
        }
        return words;
    }

    private static Word word(String name, int lead, int start, int end, String folded) {
        String text = name.substring(start, end);
        boolean article = text.startsWith("ال") && text.length() >= 4;
        return new Word(
                new NameWord(text, folded, Script.of(text)),
                lead,
                article ? start + 2 : start,
                end);
    }

    private static String folded(String name, int[] span) {
        return Folding.fold(name.substring(span[0], span[1]));
    }

    /// The next word that is no article, or `i` itself when there is none.
    private static int next(String name, List<int[]> raw, int i) {
        for (int k = i + 1; k < raw.size(); k++) {
            if (!isArticle(name, raw, k, folded(name, raw.get(k)))) {
                return k;
            }
        }
        return i;
    }

    private static boolean endsWithDin(String name, List<int[]> raw, int i) {
        int next = next(name, raw, i);
        return next > i && DIN.contains(folded(name, raw.get(next)));
    }

    private static boolean isLead(String name, List<int[]> raw, int i, String folded) {
        if (i + 1 >= raw.size()) {
            return folded.isEmpty();
        }
        return folded.isEmpty() || PARTICLES.contains(folded) || isArticle(name, raw, i, folded);
    }

    private static boolean isArticle(String name, List<int[]> raw, int i, String folded) {
        if (i + 1 >= raw.size()) {
            return false;
        }
        if (ARTICLES.contains(folded)) {
            return true;
        }
        int end = raw.get(i)[1];
        return SUN_ARTICLES.contains(folded)
                && (name.charAt(end) == '-' || Script.of(folded) == Script.CYRILLIC)
                && folded(name, raw.get(i + 1)).charAt(0) == folded.charAt(folded.length() - 1);
    }

    private static List<int[]> rawWords(String name) {
        List<int[]> spans = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= name.length(); i++) {
            boolean in = i < name.length() && isInWord(name.charAt(i));
            if (in && start < 0) {
                start = i;
            } else if (!in && start >= 0) {
                if (!Folding.fold(name.substring(start, i)).isEmpty()) {
                    spans.add(new int[] {start, i});
                }
                start = -1;
            }
        }
        return spans;
    }

    private static boolean isInWord(char letter) {
        return Character.isLetterOrDigit(letter)
                || Character.isSurrogate(letter)
                || letter == '\''
                || letter == '`'
                || Folding.bearsNoSound(letter);
    }
}
