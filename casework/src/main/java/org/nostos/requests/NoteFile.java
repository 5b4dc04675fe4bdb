package org.nostos.requests;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Unmet;

/// A note whole: its lines with their answers, what happened, and what its next step still lacks.
///
/// @param numbers the registry's number of each line's person, by line
/// @param candidates persons cleared for this state and request who can be put into the draft
/// @param unmet what stands before the next step that only the committee can take
/// @param last the latest event, which a form names so that nobody acts on an old page
public record NoteFile(
        NoteVerbale note,
        NoteStanding standing,
        List<Asked> lines,
        List<NoteEvent> events,
        Map<UUID, String> numbers,
        List<Candidate> candidates,
        List<Unmet> unmet,
        List<StateAgreement> agreements,
        @Nullable UUID last) {

    /// Somebody who can be put into the annex, with what would stand there.
    public record Candidate(
            UUID disclosure, UUID person, String number, Map<FieldRole, String> said) {

        public String name() {
            return new NoteLine(disclosure, disclosure, 0, said, disclosure).name();
        }
    }
}
