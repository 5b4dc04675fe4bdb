package org.nostos.figures.internal.fit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;
import org.nostos.figures.Finding;
import org.nostos.figures.Finding.Kind;

/// Verbs that claim more than happened. To repatriate is to bring home one's own; who is moved to a state
/// that is not theirs was transferred, whatever the words say. The words are kept as they were said.
public final class Verbs {

    private Verbs() {}

    public static Optional<Finding> check(Figure figure) {
        String words = figure.said().words();
        boolean saysHome = words != null && words.toLowerCase(Locale.ROOT).contains("repatriat");
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
