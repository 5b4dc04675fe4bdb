package org.nostos.lists;

import java.io.IOException;
import java.util.UUID;

/// The bytes of the files that were handed in.
public interface ReceivedFiles {

    /// Keeps a file for the caller's party, reading it once from its beginning to its end.
    void add(UUID id, UUID party, String sha256, long size, FileBytes bytes, UUID act)
            throws IOException;

    /// The bytes of a kept file. Each part is fetched as whoever is the caller when it is read.
    FileBytes of(UUID id);
}
