package org.nostos.requests;

import java.util.List;
import java.util.UUID;

/// That a state was asked about a person, in one line of one note, and what stands of its answer.
///
/// @param person whom the line was written about
public record Asked(
        NoteVerbale note,
        NoteStanding noteStanding,
        NoteLine line,
        UUID person,
        AnswerStanding answer,
        List<AnswerEvent> events) {

    public Asked {
        events = List.copyOf(events);
    }
}
