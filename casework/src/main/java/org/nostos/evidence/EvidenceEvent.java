package org.nostos.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that happened to an item, or was decided about it.
///
/// @param recipient for whom the originator agreed, or no longer does; only then
/// @param use what it is relied on for; only then
/// @param hands whose hands it went through; only when it was handed on
/// @param by the name under which the account signs
public record EvidenceEvent(
        UUID id,
        UUID item,
        Kind kind,
        LocalDate on,
        @Nullable Recipient recipient,
        @Nullable Use use,
        @Nullable Hands hands,
        String reason,
        @Nullable String source,
        Instant recordedAt,
        UUID account,
        String by) {

    /// What can happen to an item.
    public enum Kind {
        /// It went from one hand to another.
        HANDED,
        /// Nobody knows where it is.
        LOST,
        /// Its originator agreed that somebody may see or have it.
        CONSENTED,
        CONSENT_WITHDRAWN,
        /// Somebody says that it was obtained by torture or ill-treatment.
        ALLEGED,
        ESTABLISHED,
        /// A legal reviewer found that it was not, and asks another to confirm it.
        DISMISSAL_PROPOSED,
        DISMISSED,
        /// The defence was given it.
        DISCLOSED,
        RELIED_ON,
        NOT_RELIED_ON;

        /// Whether only a legal reviewer may record it.
        public boolean isOfTheLaw() {
            return switch (this) {
                case ESTABLISHED,
                        DISMISSAL_PROPOSED,
                        DISMISSED,
                        DISCLOSED,
                        RELIED_ON,
                        NOT_RELIED_ON ->
                        true;
                case HANDED, LOST, CONSENTED, CONSENT_WITHDRAWN, ALLEGED -> false;
            };
        }
    }

    /// What an item can be relied on for.
    public enum Use {
        REVIEW,
        REQUEST
    }

    /// From whom to whom an item went, where it is now, and under which seal.
    ///
    /// @param seal the number of the seal, or nothing
    public record Hands(String giver, String receiver, String place, String seal) {

        public Hands {
            giver = giver.strip();
            receiver = receiver.strip();
            place = place.strip();
            seal = seal.strip();
        }
    }
}
