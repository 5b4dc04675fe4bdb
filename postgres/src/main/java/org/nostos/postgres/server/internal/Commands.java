package org.nostos.postgres.server.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Programs that are run beside this process.
final class Commands {

    private Commands() {}

    /// The command as PostgreSQL accepts to be run: it refuses root, so root steps into a user
    /// namespace where it is nobody and still owns its files.
    static List<String> unprivileged(String... command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.add("unshare");
            all.add("-U");
        }
        all.addAll(List.of(command));
        return all;
    }

    /// Runs the command to its end.
    ///
    /// @throws IllegalStateException with all it said when it fails
    static void run(List<String> command, String purpose) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = waitFor(process);
        if (code != 0) {
            throw new IllegalStateException(
                    purpose
                            + " failed ("
                            + command.getFirst()
                            + " ended with "
                            + code
                            + "): "
                            + said);
        }
    }

    /// Sends a signal, `INT` or `QUIT`, to a process. A process that is gone is no mistake.
    static void signal(String name, long pid) throws IOException {
        Process kill =
                new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        waitFor(kill);
    }

    private static boolean isRoot() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException e) {
            throw new IllegalStateException("/proc is not mounted, and is needed", e);
        }
    }

    private static int waitFor(Process process) {
        try {
            while (!process.waitFor(1, TimeUnit.MINUTES)) {
                Thread.onSpinWait();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a command ran", e);
        }
    }
}
