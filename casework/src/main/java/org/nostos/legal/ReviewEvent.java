package org.nostos.legal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;

/// Something that happened in a review.
///
/// @param due the day of the hearing, or of the next review
/// @param panel who sat, in words
public record ReviewEvent(
        Stamp stamp,
        UUID review,
        Kind kind,
        @Nullable Outcome outcome,
        @Nullable LocalDate due,
        @Nullable String panel,
        @Nullable String language,
        @Nullable String interpreter,
        String reason,
        @Nullable String source) {

    /// The steps of a review.
    public enum Kind {
        OPENED,
        FILE_COMPLETE,
        SCHEDULED,
        HEARD,
        /// A member says that they may not decide this one.
        RECUSED,
        DECISION_PROPOSED,
        /// Another legal reviewer, who did not open the review, confirms what was proposed.
        DECIDED,
        /// Another legal reviewer sends the proposal back.
        RETURNED,
        /// The person was told, in a language that they understand.
        NOTIFIED,
        APPEALED,
        UPHELD,
        QUASHED,
        FINAL
    }

    /// What a review can come to.
    public enum Outcome {
        REFER_TO_JUDICIARY,
        REFER_TO_REHABILITATION,
        RELEASE,
        CONTINUE_HOLDING
    }
}
