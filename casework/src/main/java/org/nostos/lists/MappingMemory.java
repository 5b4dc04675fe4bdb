package org.nostos.lists;

import java.util.Optional;
import org.nostos.lists.internal.HeadingsPrint;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Knows how lists with the same headings were mapped before. It proposes; nothing is applied before
/// somebody has looked. Thread-safe.
@Service
public class MappingMemory {

    private final RememberedMappings mappings;

    public MappingMemory(RememberedMappings mappings) {
        this.mappings = mappings;
    }

    /// The mapping that the caller's party chose for its last accepted list with these headings.
    @Transactional(readOnly = true)
    public Optional<Remembered> proposalFor(Survey survey) {
        return HeadingsPrint.of(survey).flatMap(mappings::last);
    }
}
