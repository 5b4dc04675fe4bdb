package org.nostos.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.springframework.format.annotation.DateTimeFormat;

/// The two times a page is read at: as of which day, and as known at the end of which day.
///
/// A page that takes them as an argument reads them from its address and has them in its model as
/// `times`; the masthead then offers the choice. No day means today, and now.
public record Times(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asKnown) {

    public static final Times NOW = new Times(null, null);

    public boolean areNow() {
        return asOf == null && asKnown == null;
    }

    /// The same as a question to a track.
    public AsOf at() {
        AsOf now = AsOf.now();
        return new AsOf(asOf == null ? now.on() : asOf, known(now.known()));
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
