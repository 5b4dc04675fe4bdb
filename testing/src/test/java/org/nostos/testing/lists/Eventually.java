package org.nostos.testing.lists;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition that background work will bring about.
final class Eventually {

    private static final Duration MOST = Duration.ofMinutes(5);

    private Eventually() {}

    static void holds(BooleanSupplier condition) {
        long end = System.nanoTime() + MOST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come about within " + MOST);
            }
            LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
        }
    }
}
