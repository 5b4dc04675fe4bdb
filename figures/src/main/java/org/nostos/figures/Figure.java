package org.nostos.figures;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;

/// A figure of the ledger: how many of whom, where, as somebody said it in public.
///
/// Unknown is a value: every null means that nobody said it, and never that it is nothing. Two
/// figures compare only where what they count, where and when is known to agree.
public record Figure(
        UUID id,
        Amount amount,
        Unit unit,
        String counted,
        Category category,
        @Nullable String origin,
        @Nullable String place,
        @Nullable String authority,
        Said said,
        @Nullable PartialDate asOf,
        @Nullable UUID partOf) {

    /// Who said it, and where it can be read.
    ///
    /// `office` is the speaker's office or body; `person` a name that was published with the words.
    /// `words` are the exact words that carry the figure, no longer than it takes to know the claim.
    public record Said(
            @Nullable String office,
            @Nullable String person,
            @Nullable String outlet,
            @Nullable PartialDate on,
            @Nullable String words,
            @Nullable String source) {

        /// Nothing is known of who said it.
        public static final Said UNKNOWN = new Said(null, null, null, null, null, null);
    }

    /// The day to compare by: when it held, else when it was said.
    public @Nullable PartialDate day() {
        return asOf != null ? asOf : said.on();
    }
}
