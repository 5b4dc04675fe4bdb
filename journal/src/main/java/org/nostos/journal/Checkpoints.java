package org.nostos.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The signed checkpoints of this journal that parties took away with them.
///
/// A checkpoint that somebody else keeps is what stops a journal from being written anew: see
/// [Checkpoint]. Taking one is an act. Works for the current caller; implementations are thread-safe.
public interface Checkpoints {

    /// A checkpoint, and who took it for which party.
    record Taken(UUID id, UUID account, UUID party, Instant at, Checkpoint checkpoint) {}

    /// Signs the journal's last seal and remembers that the caller's party has it.
    ///
    /// @return its id; empty when nothing is sealed yet
    Optional<UUID> take();

    /// The newest of those that the caller may see.
    List<Taken> newest(int most);

    /// One of them; empty when there is none or the caller may not see it.
    Optional<Taken> find(UUID id);

    /// The key that its holders check signatures with (PEM).
    String publicKey();

    /// Whether this instance signed it.
    boolean signed(Checkpoint checkpoint);
}
