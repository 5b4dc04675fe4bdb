package org.nostos.postgres.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.nostos.journal.JournalKeys;

/// The key that an instance signs its checkpoints with, in its folder of secrets.
public final class SigningKeys {

    private static final String PRIVATE = "journal-signing.pem";
    private static final String PUBLIC = "journal-signing.pub.pem";

    private SigningKeys() {}

    /// The keys in this folder; new ones the first time.
    public static JournalKeys in(Path secrets) throws IOException {
        Path privateFile = secrets.resolve(PRIVATE);
        Path publicFile = secrets.resolve(PUBLIC);
        if (!Files.exists(privateFile)) {
            JournalKeys fresh = JournalKeys.generate();
            write(publicFile, fresh.publicText());
            write(privateFile, fresh.privateText());
        }
        return JournalKeys.parse(Files.readString(publicFile), Files.readString(privateFile));
    }

    private static void write(Path file, String text) throws IOException {
        Path half =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "key",
                        ".half",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, text);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
