package org.nostos.postgres.server.internal;

import java.io.IOException;
import java.time.Duration;

/// Waiting for something outside this process that cannot call back.
final class Waiting {

    private static final long POLL_MILLIS = 5;

    /// A question that may have to read a file.
    interface Condition {
        boolean holds() throws IOException;
    }

    private Waiting() {}

    /// Whether the condition came to hold in time.
    static boolean until(Condition condition, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for PostgreSQL", e);
            }
        }
        return true;
    }
}
