package org.nostos.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The passwords that the instance gave itself, a file each, readable by its owner alone.
public final class Secrets {

    private final Path folder;

    /// Opens the folder, making it when it is missing.
    public Secrets(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of secrets: " + folder, e);
        }
    }

    /// The secret of this name; a new one, written to disk before it is returned, the first time.
    public synchronized String of(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Path fresh =
                        Files.createTempFile(
                                folder,
                                name,
                                ".new",
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, newSecret());
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a secret in " + folder, e);
        }
    }

    private static String newSecret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
