package org.nostos.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;

/// An item in the register of evidence: what it is and where it is, never the material itself.
///
/// @param number its place in the register
/// @param about what it is, and how it came to be
/// @param account who registered it, signing as `by`
/// @param events what happened to it, in the order recorded
public record EvidenceItem(
        UUID id,
        long number,
        About about,
        UUID account,
        String by,
        Instant recordedAt,
        List<EvidenceEvent> events) {

    public EvidenceItem {
        events = List.copyOf(events);
    }

    /// Where an item comes from.
    public enum Origin {
        MILITARY,
        OPEN_SOURCE,
        WITNESS,
        /// What the person held said; first of all the one that article 15 protects.
        OWN_STATEMENT,
        FORENSIC,
        STATE,
        OTHER
    }

    /// Who reads an item.
    public enum Compartment {
        /// Whoever keeps the committee's cases.
        CASE,
        /// Its legal reviewers alone.
        LAW
    }

    /// What an item is.
    ///
    /// @param originator whose it is
    /// @param controlled whether the originator must agree before it is shown or handed on
    /// @param keeper who kept it when it was registered, and `place` where
    /// @param sha256 of the material, if it was given
    /// @param obtained the day it was obtained
    /// @param source the paper that says all this
    public record About(
            String what,
            Origin origin,
            String originator,
            boolean controlled,
            String place,
            String keeper,
            @Nullable String sha256,
            Compartment compartment,
            LocalDate obtained,
            String source) {

        public About {
            what = what.strip();
            originator = originator.strip();
            place = place.strip();
            keeper = keeper.strip();
            sha256 = sha256 == null || sha256.isBlank() ? null : sha256.strip();
            source = source.strip();
        }
    }

    /// How it stood on a day, as known at a moment; nothing before it was obtained or registered.
    public Optional<EvidenceStanding> standing(AsOf asOf) {
        return asOf.counts(about.obtained, recordedAt)
                ? Optional.of(EvidenceStanding.of(this, asOf))
                : Optional.empty();
    }

    /// The last event, for whoever decides on what a page showed.
    public @Nullable UUID last() {
        return events.isEmpty() ? null : events.getLast().id();
    }

    /// Its number as people say it.
    public String name() {
        return "E-%05d".formatted(number);
    }
}
