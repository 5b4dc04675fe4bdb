package org.nostos.postgres.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.nostos.postgres.server.internal.Binaries;
import org.nostos.postgres.server.internal.Cluster;
import org.nostos.postgres.server.internal.DataLock;
import org.nostos.postgres.server.internal.Files0700;
import org.nostos.postgres.server.internal.Leftover;
import org.nostos.postgres.server.internal.Postmaster;
import org.nostos.postgres.server.internal.PostmasterFile;

/// A PostgreSQL server that belongs to this process and keeps its data in one folder.
///
/// The folder holds `postgres` (the cluster), `secrets/superuser` (its password), `log`, and
/// `nostos.lock`, which one instance at a time holds. The server listens on the loopback alone and
/// ends when this process ends, however it ends; the next start recovers whatever was committed.
///
/// Close it last: whatever still holds connections must be closed before.
public final class EmbeddedServer implements AutoCloseable {

    private final DataLock lock;
    private final Postmaster postmaster;
    private final ServerAddress address;

    private EmbeddedServer(DataLock lock, Postmaster postmaster, ServerAddress address) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.address = address;
    }

    /// Starts the server on this folder, which is made when it is missing, and returns once it
    /// accepts connections.
    ///
    /// @throws IllegalStateException when another instance holds the folder, when the folder holds
    ///     something else, or when PostgreSQL does not start; the message says what to do
    public static EmbeddedServer start(Path data) {
        return start(data, ServerSettings.durable());
    }

    /// Starts the server on this folder with these settings.
    public static EmbeddedServer start(Path data, ServerSettings settings) {
        Path folder = data.toAbsolutePath().normalize();
        try {
            Files0700.createFolder(folder);
            DataLock lock = DataLock.hold(folder);
            try {
                return startLocked(folder, settings, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL could not start", e);
        }
    }

    private static EmbeddedServer startLocked(Path folder, ServerSettings settings, DataLock lock)
            throws IOException {
        Binaries binaries = Binaries.unpacked(settings.cache());
        Cluster cluster = Cluster.of(folder);
        Leftover.end(cluster.directory());
        cluster.make(binaries);
        Postmaster postmaster = Postmaster.start(binaries, cluster, settings.postgres());
        return new EmbeddedServer(
                lock,
                postmaster,
                new ServerAddress(postmaster.port(), Cluster.SUPERUSER, cluster.password()));
    }

    /// The server that another instance runs on this folder at this moment, if one does.
    public static Optional<ServerAddress> running(Path data) {
        Path folder = data.toAbsolutePath().normalize();
        try {
            if (!DataLock.isHeld(folder)) {
                return Optional.empty();
            }
            Cluster cluster = Cluster.of(folder);
            String password = cluster.password();
            return PostmasterFile.read(cluster.directory())
                    .filter(PostmasterFile::ready)
                    .map(file -> new ServerAddress(file.port(), Cluster.SUPERUSER, password));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read who runs on " + folder, e);
        }
    }

    public ServerAddress address() {
        return address;
    }

    public String jdbcUrl(String database) {
        return address.jdbcUrl(database);
    }

    public String superuser() {
        return address.superuser();
    }

    public String password() {
        return address.password();
    }

    public int port() {
        return address.port();
    }

    /// The process id of the postmaster.
    public long pid() {
        return postmaster.pid();
    }

    /// Whether the server's process lives.
    public boolean isRunning() {
        return postmaster.isAlive();
    }

    /// Ends open transactions, writes a checkpoint and stops. A second call does nothing.
    @Override
    public void close() {
        postmaster.stop();
        lock.close();
    }
}
