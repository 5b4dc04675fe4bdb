package org.nostos.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.nostos.postgres.server.EmbeddedServer;
import org.nostos.postgres.server.ServerSettings;

/// The one server of this process, on a temporary folder that goes with it.
final class TestServer {

    private TestServer() {}

    static EmbeddedServer get() {
        return Holder.SERVER;
    }

    private static final class Holder {
        static final EmbeddedServer SERVER = start();

        private static EmbeddedServer start() {
            try {
                Path data = Files.createTempDirectory("nostos-test-");
                EmbeddedServer server = EmbeddedServer.start(data, ServerSettings.forgetful());
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(
                                        () -> {
                                            server.close();
                                            delete(data);
                                        },
                                        "test server's end"));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
