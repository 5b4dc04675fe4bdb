package org.nostos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nostos.postgres.journal.JournalSequencer;
import org.nostos.postgres.journal.JournalTool;
import org.nostos.postgres.server.EmbeddedServer;
import org.nostos.postgres.server.ServerAddress;

/// The way to an instance's database for a command beside it: through the server that the instance
/// runs, or one started for the command alone.
///
/// Nothing is installed and nothing migrated: a folder without an instance is refused.
record InstanceAccess(Path data, String url, @Nullable EmbeddedServer own)
        implements AutoCloseable {

    static InstanceAccess open(Path data) throws IOException {
        if (!Files.isDirectory(data.resolve("secrets"))) {
            throw new IllegalArgumentException(
                    data
                            + " holds no instance, or not one this user may read: there is no folder"
                            + " of secrets in it");
        }
        String url = System.getenv(Instance.DATABASE_URL);
        if (url != null) {
            ExternalServer server = ExternalServer.of(url);
            return new InstanceAccess(data, server.serverUrl() + server.database(), null);
        }
        Optional<ServerAddress> running = EmbeddedServer.running(data);
        if (running.isPresent()) {
            return new InstanceAccess(data, running.get().jdbcUrl(Instance.DATABASE), null);
        }
        EmbeddedServer server = EmbeddedServer.start(data);
        return new InstanceAccess(data, server.jdbcUrl(Instance.DATABASE), server);
    }

    /// Connections of one of the instance's roles.
    DataSource as(String role) throws IOException {
        Path secret = secrets().resolve(role);
        if (!Files.isReadable(secret)) {
            throw new IllegalArgumentException(
                    data
                            + " holds no instance, or not one this user may read: there is no "
                            + secret);
        }
        return JournalTool.connections(url, role, Files.readString(secret).strip());
    }

    Path secrets() {
        return data.resolve("secrets");
    }

    /// Chains and seals pending entries when no instance runs that would.
    void sealWhatWaits(DataSource journal) {
        if (own != null) {
            new JournalSequencer(journal).sequence();
        }
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
