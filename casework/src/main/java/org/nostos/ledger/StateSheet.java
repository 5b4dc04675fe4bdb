package org.nostos.ledger;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;

/// What was said in public of one state: what it was said to hold, to be asked for, to take back.
public record StateSheet(StateCode state, String name, Map<Part, List<LedgerEntry>> parts) {

    private static final Set<Category> HOLDING =
            EnumSet.of(
                    Category.HELD,
                    Category.FOREIGN_HELD,
                    Category.WOMEN,
                    Category.CHILDREN,
                    Category.FAMILIES,
                    Category.CONVICTED,
                    Category.PROSECUTED);

    public StateSheet {
        parts = Map.copyOf(parts);
    }

    /// What a figure says of a state. Each is shown under the first that it fits.
    public enum Part {
        /// Its own nationals, brought home.
        TAKEN_BACK,
        /// Who is to be brought or moved to it, or from it.
        ASKED,
        /// Its nationals, held elsewhere.
        NATIONALS_HELD,
        /// Held in it, or by it.
        HELD_THERE,
        /// Moved to it or from it without going home.
        MOVED,
        /// Anything else that names it, or that its officials said.
        NAMED
    }

    static StateSheet of(
            StateCode state, String name, List<String> words, List<LedgerEntry> entries) {
        Pattern named = pattern(words);
        Map<Part, List<LedgerEntry>> parts =
                entries.stream()
                        .collect(
                                Collectors.groupingBy(
                                        entry -> part(entry.figure(), named),
                                        () -> new EnumMap<>(Part.class),
                                        Collectors.toList()));
        return new StateSheet(state, name, parts);
    }

    /// The words as whole words, in any case.
    static Pattern pattern(List<String> words) {
        String any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Part part(Figure figure, Pattern named) {
        boolean isOrigin = names(figure.origin(), named);
        boolean isThere = names(figure.place(), named) || names(figure.authority(), named);
        if (figure.category() == Category.REPATRIATED && (isOrigin || isThere)) {
            return Part.TAKEN_BACK;
        }
        if (isPlanned(figure.category()) && (isOrigin || isThere)) {
            return Part.ASKED;
        }
        if (HOLDING.contains(figure.category()) && isOrigin) {
            return Part.NATIONALS_HELD;
        }
        if (HOLDING.contains(figure.category()) && isThere) {
            return Part.HELD_THERE;
        }
        boolean moved =
                figure.category() == Category.TRANSFERRED
                        || figure.category() == Category.EXCHANGED;
        return moved && (isOrigin || isThere) ? Part.MOVED : Part.NAMED;
    }

    private static boolean isPlanned(Category category) {
        return category == Category.TO_BE_REPATRIATED || category == Category.TO_BE_TRANSFERRED;
    }

    static boolean names(@Nullable String text, Pattern named) {
        return text != null && named.matcher(text).find();
    }
}
