package org.nostos.requests;

import java.time.LocalDate;
import java.util.UUID;
import org.nostos.basics.StateCode;

/// What a state said in public, or a meeting with it. It is never counted as an answer.
public record StateSaid(
        UUID id,
        StateCode state,
        Kind kind,
        LocalDate on,
        String byWhom,
        String words,
        String source) {

    public enum Kind {
        POSITION,
        STATEMENT,
        MEETING
    }
}
