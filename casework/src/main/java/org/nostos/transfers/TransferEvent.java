package org.nostos.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;

/// A step of a whole transfer.
public record TransferEvent(
        UUID id,
        UUID transfer,
        Kind kind,
        LocalDate on,
        Said said,
        String reason,
        String source,
        UUID account,
        String by,
        Instant recordedAt) {

    /// The steps.
    public enum Kind {
        PLANNED,
        /// The receiving side says who receives, and that it has room.
        AGREED,
        POSTPONED,
        EXIT_CLEARED,
        TRANSIT_CLEARED,
        OVERFLIGHT_CLEARED,
        /// Leave that was given was taken back, or was entered in error.
        LEAVE_WITHDRAWN,
        ESCORT_NAMED,
        ESCORT_LEFT,
        SEATS_HELD,
        FREEZE_PROPOSED,
        /// The second hand does not confirm: the manifest is a draft again.
        RETURNED,
        FROZEN,
        DEPARTED,
        RECEIPT_DRAWN,
        HANDED_OVER,
        TURNED_BACK,
        CANCELLED;

        /// Whether it is leave to pass.
        public boolean isLeave() {
            return this == EXIT_CLEARED || this == TRANSIT_CLEARED || this == OVERFLIGHT_CLEARED;
        }
    }

    /// What a step says beside day, reason and source; each kind says some of it.
    ///
    /// @param at the moment it happened
    /// @param day the planned day, or the last day of what was given
    /// @param state whose leave it is
    /// @param code a coded reason, or what an escort is for
    /// @param of the step that this one takes back
    public record Said(
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable StateCode state,
            @Nullable String code,
            String who,
            String office,
            String place,
            @Nullable Integer amount,
            @Nullable UUID of) {

        public Said {
            who = who.strip();
            office = office.strip();
            place = place.strip();
        }

        public static final Said NOTHING = new Said(null, null, null, null, "", "", "", null, null);

        public Said at(@Nullable Instant moment) {
            return new Said(moment, day, state, code, who, office, place, amount, of);
        }

        public Said day(@Nullable LocalDate when) {
            return new Said(at, when, state, code, who, office, place, amount, of);
        }

        public Said state(@Nullable StateCode whose) {
            return new Said(at, day, whose, code, who, office, place, amount, of);
        }

        public Said code(@Nullable String coded) {
            return new Said(at, day, state, coded, who, office, place, amount, of);
        }

        public Said by(String person, String personsOffice) {
            return new Said(at, day, state, code, person, personsOffice, place, amount, of);
        }

        public Said in(String where) {
            return new Said(at, day, state, code, who, office, where, amount, of);
        }

        public Said amount(@Nullable Integer many) {
            return new Said(at, day, state, code, who, office, place, many, of);
        }

        public Said of(@Nullable UUID event) {
            return new Said(at, day, state, code, who, office, place, amount, event);
        }
    }
}
