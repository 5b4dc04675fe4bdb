package org.nostos.basics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing done once by somebody: what the journal keeps for ever.
///
/// `kind` is a room and a past participle (`lists.accepted`, `identity.judged`, `registry.read`).
/// `detail` says what was done to which ids; it and `reason` are stored apart from the entry, salted,
/// so that a retention act can erase them without breaking the journal. `document` is the SHA-256 of
/// the file the act rests on, in hex. Who acted is not part of the act: the database knows it from
/// the session that entered the transaction.
public record Act(
        String kind,
        Purpose purpose,
        @Nullable String reason,
        @Nullable String document,
        Map<String, ?> detail) {

    public Act {
        if (!kind.matches("[a-z]+\\.[a-z-]+")) {
            throw new IllegalArgumentException("an act's kind is room.what-was-done: " + kind);
        }
        if (document != null && !document.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a document is named by its SHA-256 in hex");
        }
        detail = Map.copyOf(detail);
    }

    /// An act of this kind that nobody needs to give a reason for.
    public static Act of(String kind, Purpose purpose, Map<String, ?> detail) {
        return new Act(kind, purpose, null, null, detail);
    }

    /// The same act with the reason the actor gave.
    public Act withReason(@Nullable String why) {
        return new Act(kind, purpose, why, document, detail);
    }

    /// The same act resting on the file with this SHA-256 (hex).
    public Act withDocument(String sha256) {
        return new Act(kind, purpose, reason, sha256, detail);
    }
}
