package org.nostos.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One hand on a whole group, given in one act: that these records are one person. Of the records left
/// out it says nothing.
public record GroupJudgement(
        UUID id, UUID run, List<UUID> records, List<UUID> leftOut, String reason, Instant at) {
    public GroupJudgement {
        records = List.copyOf(records);
        leftOut = List.copyOf(leftOut);
    }
}
