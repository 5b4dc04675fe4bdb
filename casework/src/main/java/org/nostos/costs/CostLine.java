package org.nostos.costs;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;

/// What something cost, who claims it from whom, and what became of that.
///
/// @param of the person, facility or note it is for
/// @param name the person's number, the facility's name or the note's number
/// @param state the state from which it is claimed, if it is one
/// @param by who recorded it
public record CostLine(
        UUID id,
        Of of,
        UUID subject,
        String name,
        Claim claim,
        State state,
        Instant recordedAt,
        String by) {

    /// What a cost is for.
    public enum Of {
        PERSON,
        FACILITY,
        NOTE
    }

    /// What became of a line.
    public enum State {
        /// Nobody has claimed it.
        OPEN,
        CLAIMED,
        DISPUTED,
        PAID,
        WITHDRAWN;

        /// What can follow.
        public Set<State> next() {
            return switch (this) {
                case OPEN -> EnumSet.of(CLAIMED, PAID, WITHDRAWN);
                case CLAIMED -> EnumSet.of(DISPUTED, PAID, WITHDRAWN);
                case DISPUTED -> EnumSet.of(CLAIMED, PAID, WITHDRAWN);
                case PAID, WITHDRAWN -> EnumSet.noneOf(State.class);
            };
        }
    }

    /// What is claimed.
    ///
    /// @param currency three letters, as ISO 4217 writes them
    /// @param on the day it was spent
    /// @param source the bill or decision that says so
    public record Claim(
            String what,
            BigDecimal amount,
            String currency,
            String claimant,
            String debtor,
            @Nullable StateCode state,
            LocalDate on,
            String source) {

        public Claim {
            what = what.strip();
            currency = currency.strip();
            claimant = claimant.strip();
            debtor = debtor.strip();
            source = source.strip();
        }
    }
}
