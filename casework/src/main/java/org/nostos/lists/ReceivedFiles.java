package org.nostos.lists;

import java.io.IOException;
import java.util.UUID;

/// The bytes of the files that were handed in.
public interface ReceivedFiles {

    /// What tells a file from every other: the SHA-256 of its bytes (hex), and how many they are.
    record Fingerprint(String sha256, long size) {}

    /// Keeps the bytes of a file for the caller's party and takes its fingerprint on the way: they are
    /// read once. It stops behind `most` bytes; a larger size says so. Within a transaction that goes
    /// on to add the file.
    Fingerprint keep(UUID file, UUID party, FileBytes bytes, long most) throws IOException;

    /// Adds the file whose bytes are kept.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException if the party has handed it in before
    void add(UUID file, UUID party, Fingerprint print, UUID act);

    /// The bytes of a kept file. Each part is fetched as whoever is the caller when it is read.
    FileBytes of(UUID file);
}
