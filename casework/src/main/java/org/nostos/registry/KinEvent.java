package org.nostos.registry;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;

/// Something that happened to one tie between two people.
///
/// @param tie the id of the event that proposed it
/// @param said what the tie is; on the event that proposed it alone
/// @param samePlace whether both are at the same place; null when it is not known, or not said here
public record KinEvent(
        Stamp stamp,
        UUID tie,
        Kind kind,
        @Nullable Said said,
        @Nullable Boolean samePlace,
        String source,
        String reason) {

    /// What can happen to a tie.
    public enum Kind {
        PROPOSED,
        /// By another account.
        CONFIRMED,
        /// By another account: it is not confirmed.
        REFUSED,
        PLACE_SAID,
        /// A marriage was dissolved, a guardianship ended, somebody died. It waits for another account.
        ENDED,
        END_CONFIRMED,
        /// It was wrong. Of a confirmed tie, this waits for another account.
        TAKING_BACK,
        TAKEN_BACK
    }

    /// How well a tie is known.
    public enum Grade {
        /// Somebody says so.
        STATED,
        /// Others who can know say so as well.
        WITNESSED,
        DOCUMENTED,
        /// A laboratory's result, by reference.
        PARENTAGE_RESULT
    }

    /// How two people are married.
    public enum Marriage {
        CIVIL,
        RELIGIOUS_ONLY,
        /// One of several marriages of one of them.
        POLYGAMOUS
    }

    /// What was proposed: the relative is the person's mother.
    ///
    /// @param relative a person here, or null for somebody outside
    /// @param contact the name of somebody outside, or empty
    /// @param contactBorn the birthday of a child that was born in custody
    public record Said(
            UUID person,
            @Nullable UUID relative,
            String contact,
            @Nullable LocalDate contactBorn,
            KinRelation relation,
            @Nullable Marriage marriage,
            Grade grade) {}

    public UUID id() {
        return stamp.id();
    }
}
