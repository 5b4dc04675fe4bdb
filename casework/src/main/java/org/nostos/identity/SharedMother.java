package org.nostos.identity;

import java.util.List;
import org.nostos.identity.PersonFile.Tie;
import org.nostos.identity.internal.SharedFamily;
import org.springframework.stereotype.Service;

/// Who, of those whom the engine set beside a person, is named as having the same mother: perhaps a
/// brother or a sister. It suggests and decides nothing. Thread-safe.
@Service
public class SharedMother {

    private final SharedFamily shared;

    SharedMother(SharedFamily shared) {
        this.shared = shared;
    }

    /// The pairs of this file with somebody else who has a mother of the same name, but for those whom
    /// two hands judged to be the same person.
    public List<Tie> of(PersonFile file) {
        return file.ties().stream()
                .filter(tie -> !tie.inside())
                .filter(tie -> tie.standing().state() != PairStanding.State.SAME)
                .filter(tie -> shared.between(tie.here(), tie.other()).contains(FamilyTie.MOTHER))
                .toList();
    }
}
