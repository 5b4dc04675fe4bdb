package org.nostos.names.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that are two: `abd` with a name of God, `… al-din`, and the article grown onto its word.
///
/// All spellings of a compound come to one: `abdulrahman`, `abdurrahman` and `abd al-rahman` to
/// `abdrahman`, عبدالرحمن to عبدرحمن.
final class Compounds {
    private static final Pattern ABD_LATIN =
            Pattern.compile("^ab[dt](?:[aeiou]+(?:l|([rsznt])(?=\\1))?)?(.{2,})$");
    private static final Pattern ABD_CYRILLIC =
            Pattern.compile("^абд(?:[аеиуоэ]+(?:ль?|([рсзнт])(?=\\1))?)?(.{2,})$");
    private static final Pattern DIN_LATIN =
            Pattern.compile("^(.{2,}?)(?:[aeiou]*(?:dd|ld|d))(?:[ie]+n|ine)$");

    private static final int SHORTEST_WITH_ARTICLE = 6;

    private Compounds() {}

    static String abd(String folded) {
        return switch (folded.charAt(0)) {
            case 'ع' -> "عبد";
            case 'а' -> "абд";
            default -> "abd";
        };
    }

    static String din(String folded) {
        char first = folded.charAt(0);
        if (first >= 'а' && first <= 'я') {
            return "дин";
        }
        return first > 'ء' && first < 'ۿ' ? "دين" : "din";
    }

    static String canonical(String folded) {
        if (folded.startsWith("عبدال") && folded.length() > 6) {
            return "عبد" + folded.substring(5);
        }
        if (folded.startsWith("ab") && folded.length() > 5) {
            Matcher abd = ABD_LATIN.matcher(folded);
            return abd.matches() ? "abd" + abd.group(2) : folded;
        }
        if (folded.startsWith("абд") && folded.length() > 5) {
            Matcher abd = ABD_CYRILLIC.matcher(folded);
            return abd.matches() ? "абд" + abd.group(2) : folded;
        }
        if (folded.length() > 7 && (folded.endsWith("ddin") || folded.endsWith("ddine"))) {
            Matcher din = DIN_LATIN.matcher(folded);
            return din.matches() ? din.group(1) + "din" : folded;
        }
        return withoutArticle(folded);
    }

    /// Takes off the Arabic article that is written with its word.
    static String withoutArticle(String folded) {
        boolean article = folded.startsWith("ال") && folded.length() >= 4;
        return article ? folded.substring(2) : folded;
    }

    /// Takes off a Latin or Cyrillic article that has grown onto its word. Only longer words have one:
    /// many short names begin so by themselves.
    static String withoutGrownArticle(String folded) {
        boolean article =
                folded.length() >= SHORTEST_WITH_ARTICLE
                        && (folded.startsWith("al")
                                || folded.startsWith("el")
                                || folded.startsWith("ал"));
        return article ? folded.substring(2) : folded;
    }
}
