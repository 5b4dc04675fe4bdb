package org.nostos.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.Installation;
import org.nostos.postgres.Secrets;
import org.nostos.postgres.server.EmbeddedServer;
import org.nostos.postgres.server.ServerSettings;

/// The one server of this process, on a temporary folder that goes with it.
final class TestServer {

    private static final Deque<Runnable> BEFORE_ITS_END = new ConcurrentLinkedDeque<>();

    private TestServer() {}

    static EmbeddedServer get() {
        return Holder.SERVER;
    }

    /// Does this when the process ends, while the server still runs.
    static void beforeItsEnd(Runnable last) {
        BEFORE_ITS_END.addFirst(last);
    }

    /// The name of the database that an installation made once, for others to be copied from.
    static String installed() {
        return Template.NAME;
    }

    /// The serving roles' ways into the database at this URL.
    static DatabaseAccess access(String url) {
        Secrets secrets = secrets();
        return new DatabaseAccess(
                url,
                secrets.of(DatabaseAccess.OWNER),
                secrets.of(DatabaseAccess.APP),
                secrets.of(DatabaseAccess.DOOR),
                secrets.of(DatabaseAccess.JOURNAL),
                secrets.of(DatabaseAccess.HOUSE_KEY));
    }

    private static Secrets secrets() {
        return new Secrets(Holder.DATA.resolve("secrets"));
    }

    private static final class Template {
        static final String NAME = install("nostos_template");

        private static String install(String name) {
            EmbeddedServer server = get();
            new Installation(server::jdbcUrl, server.superuser(), server.password())
                    .install(name, "postgres", secrets());
            return name;
        }
    }

    private static final class Holder {
        static final Path DATA = folder();
        static final EmbeddedServer SERVER = start(DATA);

        private static Path folder() {
            try {
                return Files.createTempDirectory("nostos-test-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static EmbeddedServer start(Path data) {
            EmbeddedServer server = EmbeddedServer.start(data, ServerSettings.forgetful());
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> {
                                        BEFORE_ITS_END.forEach(Runnable::run);
                                        server.close();
                                        delete(data);
                                    },
                                    "test server's end"));
            return server;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
