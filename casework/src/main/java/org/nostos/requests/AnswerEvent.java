package org.nostos.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a state said of a line of a note, or that was heard of it.
///
/// @param byState whether the state gave it at its own desk; otherwise the committee recorded it
/// @param by who recorded it, where the reader may know
public record AnswerEvent(
        UUID id,
        UUID line,
        LocalDate on,
        AnswerForm form,
        boolean byState,
        UUID account,
        @Nullable String by,
        Instant recordedAt) {

    public AnswerKind kind() {
        return form.kind();
    }
}
