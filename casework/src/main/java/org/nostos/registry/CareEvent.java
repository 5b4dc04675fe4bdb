package org.nostos.registry;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;

/// Something that happened to the care and the protection of one person, as a rule of a child.
///
/// @param said who the person is with
/// @param ground of a screening or a referral
/// @param whom the guardian, or to whom was referred, or the independent body that can review an
/// assessed age; or empty
/// @param assessed how an age was assessed; null of what was recorded before that was asked
/// @param bornFirst with `bornLast`, what an assessment of the age leaves possible
/// @param of the event that a correction takes back, or a confirmation confirms
public record CareEvent(
        Stamp stamp,
        Kind kind,
        @Nullable Company said,
        @Nullable Ground ground,
        @Nullable Outcome outcome,
        String whom,
        @Nullable LocalDate bornFirst,
        @Nullable LocalDate bornLast,
        @Nullable AgeAssessment assessed,
        String source,
        String reason,
        @Nullable UUID of) {

    /// What can happen.
    public enum Kind {
        AGE_ASSESSED,
        COMPANY_SAID,
        GUARDIAN_INTERIM,
        GUARDIAN_APPOINTED,
        GUARDIAN_ENDED,
        SCREENED,
        REFERRED,
        DIED,
        CORRECTED,
        /// By another account: an assessed age or a death.
        CONFIRMED;

        /// Whether it loosens a protection, and so counts once a second account has confirmed it.
        public boolean needsSecondHand() {
            return this == AGE_ASSESSED || this == DIED;
        }
    }

    /// Whom a child is with.
    public enum Company {
        WITH_PARENT,
        /// From both parents, and not from every relative.
        SEPARATED,
        /// With no relative, and nobody who by law or custom cares for them.
        UNACCOMPANIED,
        NOT_KNOWN
    }

    /// As a victim of what somebody is screened. A person may be suspect and victim.
    public enum Ground {
        TRAFFICKING,
        SLAVERY,
        RECRUITED_AS_CHILD
    }

    /// What a screening found. It decides nothing.
    public enum Outcome {
        NO_INDICATION,
        INDICATION,
        CANNOT_SAY
    }

    public UUID id() {
        return stamp.id();
    }
}
