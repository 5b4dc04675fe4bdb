package org.nostos.postgres.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// What an earlier run left on a cluster: a server still shutting down, one of its workers, or a
/// file that names a process which is gone.
///
/// A server's processes all have the cluster as their working directory, which tells them from a
/// stranger that was given the same process id.
public final class Leftover {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Leftover() {}

    /// Returns when no process works on the cluster any more; the caller holds the folder's lock.
    ///
    /// @throws IllegalStateException when one does not end
    public static void end(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        Optional<PostmasterFile> left = PostmasterFile.read(directory);
        if (left.isPresent() && worksOn(left.get().pid(), directory)) {
            Commands.signal("INT", left.get().pid());
        }
        if (!Waiting.until(() -> workers(directory) == 0, PATIENCE)) {
            throw new IllegalStateException(
                    "a PostgreSQL of an earlier run still works on "
                            + directory
                            + " and does not end: stop it, then start again");
        }
        Files.deleteIfExists(PostmasterFile.path(directory));
    }

    private static long workers(Path directory) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> worksOn(process.pid(), directory)).count();
        }
    }

    private static boolean worksOn(long pid, Path directory) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(directory.toRealPath())
                    && Files.readSymbolicLink(process.resolve("exe"))
                            .getFileName()
                            .toString()
                            .startsWith("postgres");
        } catch (IOException e) {
            return false; // gone, a zombie, or another user's: none of them can work on our files
        }
    }
}
