package org.nostos.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Little is counted at once, much behind the page.
class RecountedTest {

    private final Recounted<String, Integer> figures = new Recounted<>(value -> value >= 100);

    @Test
    void littleIsCountedWheneverItIsAskedFor() {
        AtomicInteger now = new AtomicInteger(1);
        assertThat(figures.get("few", now::get)).isEqualTo(1);
        now.set(2);
        assertThat(figures.get("few", now::get)).isEqualTo(2);
        assertThat(figures.get("others", () -> 7)).as("each its own").isEqualTo(7);
    }

    @Test
    void muchIsShownAsItWasWhileOneCountsItAnew() throws InterruptedException {
        assertThat(figures.get("many", () -> 100)).isEqualTo(100);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger counts = new AtomicInteger();
        while (begun.getCount() > 0) {
            assertThat(figures.get("many", () -> slowly(begun, mayEnd, counts))).isEqualTo(100);
            Thread.onSpinWait();
        }
        for (int i = 0; i < 50; i++) {
            assertThat(figures.get("many", () -> slowly(begun, mayEnd, counts))).isEqualTo(100);
        }
        mayEnd.countDown();
        while (figures.get("many", () -> 101) == 100) {
            Thread.onSpinWait();
        }
        assertThat(counts).hasValue(1);
    }

    private static int slowly(CountDownLatch begun, CountDownLatch mayEnd, AtomicInteger counts) {
        counts.incrementAndGet();
        begun.countDown();
        try {
            assertThat(mayEnd.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return 101;
    }
}
