package org.nostos.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;

/// What one reviewer said of a pair, and whether it was taken back since.
public record Judgement(
        UUID id,
        Pair pair,
        Verdict verdict,
        UUID account,
        String by,
        Role role,
        String reason,
        Instant at,
        @Nullable TakenBack takenBack) {

    /// When and why a judgement was taken back.
    public record TakenBack(Instant at, String reason) {}

    /// Whether nobody took it back.
    public boolean stands() {
        return takenBack == null;
    }
}
