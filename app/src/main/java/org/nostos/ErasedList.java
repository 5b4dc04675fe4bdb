package org.nostos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.nostos.registry.Erased;
import org.nostos.retention.Erasures;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// Writes down, beside the instance, the random ids of what was erased: a backup does not know it, and
/// whoever restores one erases it again from here.
@Component
class ErasedList {

    /// The list's name in the data folder.
    static final String FILE = "erased.tsv";

    private final Erasures erasures;
    private final String folder;

    ErasedList(Erasures erasures, @Value("${nostos.data:}") String folder) {
        this.erasures = erasures;
        this.folder = folder;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    void on(Erased erased) {
        if (!folder.isEmpty()) {
            write(Path.of(folder).resolve(FILE), erasures.lines());
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Path half =
                    Files.createTempFile(
                            file.toAbsolutePath().getParent(),
                            FILE,
                            ".half",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.write(half, lines);
            Files.move(
                    half,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write what was erased", e);
        }
    }
}
