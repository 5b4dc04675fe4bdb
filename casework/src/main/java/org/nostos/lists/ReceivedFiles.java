package org.nostos.lists;

import java.io.IOException;
import java.util.UUID;

/// The bytes of the files that were handed in.
public interface ReceivedFiles {

    /// What tells a file from every other: the SHA-256 of its bytes (hex), and how many they are.
    record Fingerprint(String sha256, long size) {}

    /// Takes the fingerprint of a file. It stops behind `most` bytes; a larger size says so.
    Fingerprint fingerprint(FileBytes bytes, long most) throws IOException;

    /// Keeps a file for the caller's party, reading it once from its beginning to its end.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException if the party has handed it in before
    void add(UUID file, UUID party, Fingerprint print, FileBytes bytes, UUID act)
            throws IOException;

    /// The bytes of a kept file. Each part is fetched as whoever is the caller when it is read.
    FileBytes of(UUID file);
}
