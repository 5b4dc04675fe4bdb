package org.nostos.identity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;

/// Something that happened to one nationality of one person.
///
/// @param source where it is known from: a note's number, a statement, a document
/// @param due the day by which an answer is due, or of an interview
/// @param interpreter of an interview, or empty
/// @param rests on what a finding rests
/// @param of the event that this one confirms or takes back
/// @param root the event with which this one moves when a person is taken apart: itself, or at last
///     the one it is about
public record NationalityEvent(
        Stamp stamp,
        StateCode state,
        NationalityStep step,
        String source,
        String reason,
        @Nullable LocalDate due,
        @Nullable Consent consent,
        String interpreter,
        @Nullable Rests rests,
        @Nullable NationalityEvidence evidence,
        @Nullable UUID of,
        UUID root) {

    /// What the person said when asked.
    public enum Consent {
        GIVEN,
        REFUSED,
        NOT_ASKED
    }

    /// On what of the state's own a finding rests.
    public enum Rests {
        STATE_ANSWER,
        STATE_DOCUMENT
    }

    public UUID id() {
        return stamp.id();
    }
}
