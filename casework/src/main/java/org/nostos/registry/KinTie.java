package org.nostos.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;

/// A tie between two people as it stands.
///
/// @param proposed by whom, and when
/// @param confirmed null until another account has confirmed it
/// @param samePlace null when nobody has said
/// @param ended the day on which it ended
/// @param ending by whom it is said to have ended, while that waits for another account
/// @param takingBack by whom it is held to be wrong, while that waits for another account
public record KinTie(
        UUID id,
        KinEvent.Said said,
        Standing standing,
        Stamp proposed,
        @Nullable Stamp confirmed,
        @Nullable Boolean samePlace,
        String source,
        @Nullable LocalDate ended,
        @Nullable Stamp ending,
        @Nullable Stamp takingBack) {

    /// Where a tie stands.
    public enum Standing {
        PROPOSED,
        CONFIRMED,
        REFUSED,
        ENDED,
        TAKEN_BACK
    }

    /// Whether it holds now.
    public boolean holds() {
        return standing == Standing.CONFIRMED;
    }

    /// Whether these persons stand at the person's end, and not at the relative's.
    public boolean isOf(Collection<UUID> known) {
        return known.contains(said.person());
    }

    /// What the one at the other end is to these persons.
    public KinRelation relationFor(Collection<UUID> known) {
        return isOf(known) ? said.relation() : said.relation().inverse();
    }

    /// The person at the other end, or null for somebody outside.
    public @Nullable UUID otherThan(Collection<UUID> known) {
        return isOf(known) ? said.relative() : said.person();
    }
}
