package org.nostos.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened to one of those on a transfer.
///
/// @param code of a withdrawal why, of a follow-up where they are
/// @param who of a follow-up, who looked
/// @param next of a follow-up, when somebody looks again
/// @param atDesk whether the receiving state said so itself
public record LineEvent(
        UUID id,
        UUID line,
        Kind kind,
        LocalDate on,
        @Nullable String code,
        String who,
        @Nullable LocalDate next,
        String reason,
        String source,
        boolean atDesk,
        UUID account,
        String by,
        Instant recordedAt) {

    public LineEvent {
        who = who.strip();
        reason = reason.strip();
        source = source.strip();
    }

    /// The steps.
    public enum Kind {
        /// A court ordered that they go without the rest of their family.
        SPLIT_ORDERED,
        /// Taken off before departure.
        WITHDRAWN,
        TURNED_BACK,
        DIED,
        ESCAPED,
        RECEIVED,
        FOLLOWED_UP;

        /// Whether nothing follows for them on this transfer.
        public boolean ends() {
            return this == WITHDRAWN || this == TURNED_BACK || this == DIED || this == ESCAPED;
        }
    }

    /// Why somebody does not go, or not on.
    public enum Why {
        REFUSED_BY_PERSON,
        UNFIT,
        NO_SHOW,
        CLEARANCE_LAPSED,
        COURT_ORDER,
        STATE_WITHDREW,
        REFUSED_AT_ARRIVAL,
        DIED,
        ESCAPED,
        LISTED_IN_ERROR,
        OTHER
    }

    /// Where somebody was found when somebody looked.
    public enum Found {
        IN_CUSTODY,
        ON_TRIAL,
        CONVICTED,
        REHABILITATION,
        CARE_OF_RELATIVES,
        STATE_CARE,
        COMMUNITY,
        UNKNOWN
    }
}
