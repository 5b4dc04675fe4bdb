package org.nostos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.journal.JournalSequencer;
import org.nostos.postgres.journal.JournalTool;
import org.nostos.postgres.server.EmbeddedServer;
import org.nostos.postgres.server.ServerAddress;

/// The way to an instance's journal for a command beside it: through the server that the instance
/// runs, or one started for the command alone.
///
/// Nothing is installed and nothing migrated: a folder without an instance is refused.
record JournalAccess(DataSource journal, @Nullable EmbeddedServer own) implements AutoCloseable {

    static JournalAccess open(Path data) throws IOException {
        String password = password(data);
        String url = System.getenv(Instance.DATABASE_URL);
        if (url != null) {
            ExternalServer server = ExternalServer.of(url);
            return new JournalAccess(
                    connections(server.serverUrl() + server.database(), password), null);
        }
        Optional<ServerAddress> running = EmbeddedServer.running(data);
        if (running.isPresent()) {
            return new JournalAccess(
                    connections(running.get().jdbcUrl(Instance.DATABASE), password), null);
        }
        EmbeddedServer server = EmbeddedServer.start(data);
        return new JournalAccess(connections(server.jdbcUrl(Instance.DATABASE), password), server);
    }

    /// Chains and seals pending entries when no instance runs that would.
    void sealWhatWaits() {
        if (own != null) {
            new JournalSequencer(journal).sequence();
        }
    }

    private static String password(Path data) throws IOException {
        Path secret = data.resolve("secrets").resolve(DatabaseAccess.JOURNAL);
        if (!Files.isReadable(secret)) {
            throw new IllegalArgumentException(
                    data
                            + " holds no instance, or not one this user may read: there is no "
                            + secret);
        }
        return Files.readString(secret).strip();
    }

    private static DataSource connections(String url, String password) {
        return JournalTool.connections(url, DatabaseAccess.JOURNAL, password);
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
