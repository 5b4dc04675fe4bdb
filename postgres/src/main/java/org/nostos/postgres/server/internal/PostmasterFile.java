package org.nostos.postgres.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a postmaster says of itself in `postmaster.pid`.
///
/// Lines, by PostgreSQL's `miscadmin.h`: 1 process id, 2 data directory, 3 start time, 4 port,
/// 5 socket directory, 6 listen address, 7 shared memory key, 8 status.
public record PostmasterFile(long pid, int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /// The file of this cluster; empty when there is none or it is not written to its end.
    public static Optional<PostmasterFile> read(Path directory) throws IOException {
        try {
            List<String> lines = Files.readAllLines(path(directory));
            if (lines.isEmpty() || !lines.getFirst().matches("-?\\d+")) {
                return Optional.empty();
            }
            long pid = Math.abs(Long.parseLong(lines.getFirst()));
            boolean whole = lines.size() > STATUS_LINE;
            return Optional.of(
                    new PostmasterFile(
                            pid,
                            whole ? Integer.parseInt(lines.get(PORT_LINE)) : 0,
                            whole && lines.get(STATUS_LINE).strip().equals("ready")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static Path path(Path directory) {
        return directory.resolve("postmaster.pid");
    }
}
