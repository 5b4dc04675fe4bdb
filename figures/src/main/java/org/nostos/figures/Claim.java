package org.nostos.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure as it was found in a text: proposed to an analyst, and not in any ledger.
///
/// `at` is where the quote stands, `also` where the same claim is said again. Null is unknown: the
/// text does not say it, or it was not understood. `asOf` is a day, a month or a year
/// (`2026-01-30`, `2026-01`, `2026`). `partOf` is the quote of a figure of the same text that
/// includes this one.
public record Claim(
        Span at,
        String quote,
        Amount amount,
        Unit unit,
        String subject,
        Category category,
        @Nullable String origin,
        @Nullable String place,
        @Nullable String authority,
        @Nullable String attributedTo,
        @Nullable String asOf,
        @Nullable String partOf,
        List<Span> also) {

    public Claim {
        also = List.copyOf(also);
    }

    Claim repeatedAt(List<Span> further) {
        return new Claim(
                at,
                quote,
                amount,
                unit,
                subject,
                category,
                origin,
                place,
                authority,
                attributedTo,
                asOf,
                partOf,
                further);
    }
}
