package org.nostos.journal;

import java.time.Instant;

/// What the journal was at one moment: so many entries, the Merkle root over them, the last link.
public record Seal(long size, Hash root, Hash chain, Instant sealedAt) {

    public Seal {
        if (size < 0) {
            throw new IllegalArgumentException("a journal has no fewer than no entries: " + size);
        }
    }

    /// Whether the other seal, wherever it came from, is over the same entries in the same order.
    public boolean sameEntries(Seal other) {
        return size == other.size && root.equals(other.root) && chain.equals(other.chain);
    }
}
