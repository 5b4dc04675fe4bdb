package org.nostos.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Figure;

/// Of whom a figure speaks: its category, place and origin, written one way. Two figures are of one
/// population where their keys are the same; a figure whose place nobody said is of none.
public final class PopulationKey {

    private PopulationKey() {}

    public static @Nullable String of(Figure figure) {
        return figure.place() == null
                ? null
                : figure.category() + "|" + plain(figure.place()) + "|" + plain(figure.origin());
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT).replace("|", " ");
    }
}
