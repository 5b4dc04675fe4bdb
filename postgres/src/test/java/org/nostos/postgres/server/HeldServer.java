package org.nostos.postgres.server;

import java.nio.file.Path;

/// A process of its own that holds a server until it is killed: the victim of the tests.
///
/// Arguments: the data folder and the cache. It prints the postmaster's process id, port and
/// password on one line, then waits on its standard input.
public final class HeldServer {

    private HeldServer() {}

    public static void main(String[] args) throws Exception {
        ServerSettings settings = ServerSettings.durable().withCache(Path.of(args[1]));
        try (EmbeddedServer server = EmbeddedServer.start(Path.of(args[0]), settings)) {
            System.out.println(server.pid() + " " + server.port() + " " + server.password());
            System.out.flush();
            while (System.in.read() != -1) {
                Thread.onSpinWait();
            }
        }
    }
}
