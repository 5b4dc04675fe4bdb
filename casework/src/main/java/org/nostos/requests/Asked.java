package org.nostos.requests;

import java.util.List;
import java.util.UUID;

/// That a state was asked about a person, in one line of one note, and what stands of its answer.
///
/// @param person whom the line was written about
/// @param conditions under which the state accepts the person, where it does so under some
public record Asked(
        NoteVerbale note,
        NoteStanding noteStanding,
        NoteLine line,
        UUID person,
        AnswerStanding answer,
        List<AnswerCondition> conditions,
        List<AnswerEvent> events) {

    public Asked {
        conditions = List.copyOf(conditions);
        events = List.copyOf(events);
    }
}
