package org.nostos.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// The two times a page is read at: as of which day, and as known at the end of which day.
///
/// A page that has them puts them into its model as `times`; the masthead then offers the choice. No
/// day means today, and now.
public record Times(@Nullable LocalDate asOf, @Nullable LocalDate asKnown) {

    public static final Times NOW = new Times(null, null);

    public boolean areNow() {
        return asOf == null && asKnown == null;
    }

    /// The end of the day held, or now.
    public Instant held(Instant now) {
        return asOf == null ? now : endOf(asOf);
    }

    /// The end of the day known, or now.
    public Instant known(Instant now) {
        return asKnown == null ? now : endOf(asKnown);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
