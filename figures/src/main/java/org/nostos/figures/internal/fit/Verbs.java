package org.nostos.figures.internal.fit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;
import org.nostos.figures.Claim;
import org.nostos.figures.Figure;
import org.nostos.figures.Finding;
import org.nostos.figures.Finding.Kind;
import org.nostos.figures.Span;

/// Verbs that claim more than happened. To repatriate is to bring home one's own; who is moved to a state
/// that is not theirs was transferred, whatever the words say. The words are kept as they were said.
public final class Verbs {

    private Verbs() {}

    private static final Pattern HOME = Pattern.compile("(?iu)\\b(?:to be )?repatriat\\w*");

    /// As far as a verb may stand from its number, in characters.
    private static final int FAR = 120;

    /// The words of a claim as they are kept: the quote, with the verb where its sentence, or a sentence that
    /// repeats it, brings people home.
    public static String words(String text, Claim claim) {
        int start = text.offsetByCodePoints(0, claim.at().start());
        int end = text.offsetByCodePoints(0, claim.at().end());
        String own = withVerb(text, start, end);
        if (own != null) {
            return own;
        }
        for (Span again : claim.also()) {
            int from = text.offsetByCodePoints(0, again.start());
            String repeated = withVerb(text, from, text.offsetByCodePoints(0, again.end()));
            if (repeated != null) {
                return from < start
                        ? repeated + " … " + claim.quote()
                        : claim.quote() + " … " + repeated;
            }
        }
        return claim.quote();
    }

    /// The span widened to a verb of its sentence; null where there is none.
    private static @Nullable String withVerb(String text, int start, int end) {
        int from = start;
        while (from > 0 && start - from < FAR && !endsSentence(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < FAR && !endsSentence(text.charAt(to))) {
            to++;
        }
        Matcher verb = HOME.matcher(text).region(from, to);
        return verb.find()
                ? text.substring(Math.min(start, verb.start()), Math.max(end, verb.end()))
                : null;
    }

    private static boolean endsSentence(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\n' || c == '؟';
    }

    public static Optional<Finding> check(Figure figure) {
        String words = figure.said().words();
        boolean saysHome = words != null && HOME.matcher(words).find();
        boolean corrected =
                figure.category() == Category.TRANSFERRED
                        || figure.category() == Category.TO_BE_TRANSFERRED;
        if (saysHome && corrected) {
            return Optional.of(
                    Finding.of(
                            Kind.VERB_CORRECTED,
                            List.of(figure),
                            "“repatriat…” → " + figure.category().word()));
        }
        boolean home =
                figure.category() == Category.REPATRIATED
                        || figure.category() == Category.TO_BE_REPATRIATED;
        String origin = figure.origin();
        String to = destination(figure);
        if (home && origin != null && to != null && !mayBeHome(origin, to)) {
            return Optional.of(
                    Finding.of(
                            Kind.VERB_CLAIMS_MORE,
                            List.of(figure),
                            origin + " ≠ " + to + ": " + instead(figure.category()).word()));
        }
        return Optional.empty();
    }

    private static Category instead(Category category) {
        return category == Category.REPATRIATED ? Category.TRANSFERRED : Category.TO_BE_TRANSFERRED;
    }

    /// The end of "from Syria to Iraq".
    private static @Nullable String destination(Figure figure) {
        String place = figure.place();
        int to = place == null ? -1 : (" " + place).lastIndexOf(" to ");
        return place == null || to < 0 ? null : place.substring(to + 3).strip();
    }

    private static boolean mayBeHome(String origin, String to) {
        for (String one : origin.split(";", -1)) {
            if (!one.isBlank() && Population.plain(to).contains(Population.plain(one))) {
                return true;
            }
        }
        return false;
    }
}
