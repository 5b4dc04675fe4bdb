package org.nostos.figures.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;

/// Who holds those counted, or who moved them, when the sentence says so.
final class Authorities {
    private static final int REACH = 14;

    private final List<Token> tokens;
    private final String text;

    Authorities(List<Token> tokens, String text) {
        this.tokens = tokens;
        this.text = text;
    }

    @Nullable String of(Mention mention, Happening happening) {
        String by = by(mention);
        if (by != null) {
            return by;
        }
        String run = run(mention);
        if (run != null) {
            return run;
        }
        return happening.certain() && happening.to() <= mention.from()
                ? subject(happening.from(), mention)
                : null;
    }

    /// "held by Kurdish forces", "released by Varland".
    private @Nullable String by(Mention mention) {
        int to = Math.min(mention.sentence().to(), mention.to() + REACH);
        for (int i = mention.to(); i + 1 < to; i++) {
            if (tokens.get(i).isNumber()) {
                return null;
            }
            if (tokens.get(i).is("by") && Lexicon.isTrigger(tokens.get(i - 1).word())) {
                return name(i + 1, mention.sentence().to());
            }
        }
        return null;
    }

    /// "SDF-managed prisons", "in the custody of the guard".
    private @Nullable String run(Mention mention) {
        for (int i = mention.sentence().from(); i < mention.sentence().to(); i++) {
            String[] parts = tokens.get(i).text().split("[-‑]", 2);
            if (parts.length == 2
                    && parts[1].matches("(?i)run|held|managed|controlled|administered")) {
                return parts[0];
            }
            if (tokens.get(i).is("custody")
                    && i + 2 < mention.sentence().to()
                    && tokens.get(i + 1).is("of")) {
                return name(i + 2, mention.sentence().to());
            }
        }
        return null;
    }

    private @Nullable String name(int from, int limit) {
        int at = tokens.get(from).is("the") ? from + 1 : from;
        int to = at;
        while (to < limit
                && to < at + 6
                && (tokens.get(to).isCapitalised()
                        || tokens.get(to)
                                .word()
                                .matches(
                                        "forces|authorities|fighters|government|army|of|police|militia|ministry|guard|guards"))) {
            to++;
        }
        return to == at ? null : words(at, to);
    }

    /// The capitalised subject before a verb that has those counted as its object.
    private @Nullable String subject(int verb, Mention mention) {
        int from = Math.max(mention.sentence().from(), verb - REACH);
        int end = -1;
        for (int i = verb - 1; i >= from; i--) {
            Token token = tokens.get(i);
            boolean name =
                    token.isCapitalised()
                            && !Words.WEEKDAYS.contains(token.word())
                            && !Words.MONTHS.contains(token.word());
            if (name && end < 0) {
                end = i + 1;
            } else if (!name && end > 0) {
                return words(i + 1, end);
            }
            if (token.is(",") || token.is(";") || token.is("said")) {
                return end > 0 ? words(i + 1, end) : null;
            }
        }
        return end > 0 ? words(from, end) : null;
    }

    private String words(int from, int to) {
        return Texts.plain(text.substring(tokens.get(from).start(), tokens.get(to - 1).end()));
    }

    /// Whether a category has an authority at all.
    static boolean has(Category category) {
        return category != Category.COUNTRIES && category != Category.JOINED;
    }
}
