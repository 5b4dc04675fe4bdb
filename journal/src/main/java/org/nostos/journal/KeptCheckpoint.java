package org.nostos.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The checkpoint that a verifying party has kept, if it has one, and whether its signature holds.
///
/// @param signed whether the signature was checked against a key; a bad one is refused when it is read
public record KeptCheckpoint(@Nullable Checkpoint checkpoint, boolean signed) {

    /// Reads the two files; either may be missing.
    ///
    /// @throws IllegalArgumentException when a file is not what it should be, or when the checkpoint
    ///     was not signed with this key
    public static KeptCheckpoint read(@Nullable Path checkpointFile, @Nullable Path keyFile)
            throws IOException {
        if (checkpointFile == null) {
            return new KeptCheckpoint(null, false);
        }
        Checkpoint checkpoint = Checkpoint.parse(Files.readString(checkpointFile));
        if (keyFile == null) {
            return new KeptCheckpoint(checkpoint, false);
        }
        if (!checkpoint.isSignedBy(JournalKeys.parsePublic(Files.readString(keyFile)))) {
            throw new IllegalArgumentException(
                    checkpointFile + " was not signed with the key in " + keyFile);
        }
        return new KeptCheckpoint(checkpoint, true);
    }

    /// The seal to check a journal against.
    public Optional<Seal> seal() {
        return Optional.ofNullable(checkpoint).map(Checkpoint::seal);
    }

    /// The verdict in words, with what is to be said of the signature.
    public String text(Verdict verdict) {
        String unsigned =
                checkpoint == null || signed
                        ? ""
                        : "\nThe checkpoint's signature was not checked: name the key with --key.";
        return verdict.text() + unsigned;
    }
}
