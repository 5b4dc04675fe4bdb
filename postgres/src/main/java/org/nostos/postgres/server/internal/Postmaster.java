package org.nostos.postgres.server.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running `postgres` process: a direct child of this one that never outlives it.
///
/// The kernel sends the child an INT (PostgreSQL's fast shutdown) when the *thread* that forked it
/// ends. So one daemon thread forks it and then waits on it for as long as either lives.
///
/// The child has a session of its own: an interrupt from the keyboard goes to a whole process group,
/// and the server must not stop before the application that is still writing to it.
public final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

    /// Recovery after a crash replays the log and may take minutes; a dead process is noticed at once.
    private static final Duration START = Duration.ofMinutes(15);

    private static final long FAST_STOP_SECONDS = 30;
    private static final long LOG_BYTES = 16L << 20;
    private static final int LOG_TAIL_LINES = 15;

    private final Process process;
    private final int port;
    private volatile boolean stopping;

    private Postmaster(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts the server on a free port and returns once it accepts connections.
    public static Postmaster start(Binaries binaries, Cluster cluster, Map<String, String> settings)
            throws IOException {
        Path logFile = cluster.log();
        rotate(logFile);
        int port = freePort();
        List<String> command = command(binaries, cluster.directory(), port, settings);
        CompletableFuture<Process> forked = new CompletableFuture<>();
        CompletableFuture<Postmaster> watched = new CompletableFuture<>();
        Thread.ofPlatform()
                .name("postgres")
                .daemon()
                .start(() -> forkAndWatch(command, logFile, forked, watched));
        Postmaster postmaster = new Postmaster(join(forked), port);
        watched.complete(postmaster);
        postmaster.awaitReady(cluster, logFile);
        return postmaster;
    }

    private static void forkAndWatch(
            List<String> command,
            Path logFile,
            CompletableFuture<Process> forked,
            CompletableFuture<Postmaster> watched) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                            .start();
            forked.complete(process);
            int code = waitFor(process);
            if (!watched.join().stopping) {
                log.error("PostgreSQL ended by itself with code {}; see {}", code, logFile);
            }
        } catch (IOException e) {
            forked.completeExceptionally(e);
        }
    }

    private static int waitFor(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                log.debug("the thread that holds PostgreSQL is not to be interrupted", e);
            }
        }
    }

    private static Process join(CompletableFuture<Process> forked) throws IOException {
        try {
            return forked.join();
        } catch (CompletionException e) {
            throw new IOException(
                    "postgres cannot be run: are unshare, setsid and setpriv installed?", e);
        }
    }

    private static List<String> command(
            Binaries binaries, Path directory, int port, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("listen_addresses", "127.0.0.1");
        all.put("port", Integer.toString(port));
        all.put("unix_socket_directories", "");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        // An error's text can quote a row, and a row can be a person: errors go to the client
        // alone.
        all.put("log_min_messages", "log");
        all.put("log_min_error_statement", "panic");
        all.put("log_error_verbosity", "terse");
        List<String> command =
                new ArrayList<>(
                        Commands.unprivileged(
                                "setsid",
                                "setpriv",
                                "--pdeathsig",
                                "INT",
                                "--",
                                binaries.program("postgres").toString(),
                                "-D",
                                directory.toString()));
        all.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private void awaitReady(Cluster cluster, Path logFile) throws IOException {
        boolean inTime =
                Waiting.until(() -> !process.isAlive() || isReady(cluster.directory()), START);
        if (inTime && process.isAlive()) {
            return;
        }
        stop();
        throw new IllegalStateException(
                "PostgreSQL did not start on " + cluster.directory() + ":\n" + tail(logFile));
    }

    private boolean isReady(Path directory) throws IOException {
        return PostmasterFile.read(directory)
                .filter(file -> file.pid() == process.pid() && file.ready())
                .isPresent();
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Stops the server: fast, and at once without a checkpoint when fast takes too long.
    public void stop() {
        stopping = true;
        try {
            if (process.isAlive()) {
                Commands.signal("INT", process.pid());
            }
            if (!process.waitFor(FAST_STOP_SECONDS, TimeUnit.SECONDS)) {
                log.warn("PostgreSQL did not stop in {} s, quitting it", FAST_STOP_SECONDS);
                Commands.signal("QUIT", process.pid());
                process.waitFor(FAST_STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void rotate(Path logFile) throws IOException {
        if (Files.exists(logFile) && Files.size(logFile) > LOG_BYTES) {
            Files.move(
                    logFile,
                    logFile.resolveSibling(logFile.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String tail(Path logFile) throws IOException {
        List<String> lines =
                new String(Files.readAllBytes(logFile), StandardCharsets.UTF_8).lines().toList();
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    }
}
