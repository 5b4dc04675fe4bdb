package org.nostos.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TalkTest {
    private static final long SECOND = 1_000_000_000;

    private final StringWriter said = new StringWriter();
    private final AtomicLong now = new AtomicLong();
    private final Talk talk = new Talk(new PrintWriter(said), true, now::get);

    @Test
    void whoWatchesIsToldHowLongAStageWillGoOn() {
        talk.bar("score", 0, 100);
        assertThat(said.toString()).doesNotContain("left");
        now.set(10 * SECOND);
        talk.bar("score", 25, 100);
        assertThat(said.toString()).contains("25 %").contains("30 s left");
        now.set(600 * SECOND);
        talk.bar("score", 50, 100);
        assertThat(said.toString()).contains("50 %").contains("10 min left");
    }

    @Test
    void theNextStageIsTimedByItself() {
        talk.bar("index", 1, 2);
        now.set(100 * SECOND);
        talk.bar("score", 1, 100);
        now.set(101 * SECOND);
        talk.bar("score", 50, 100);
        assertThat(said.toString()).contains("1 s left");
    }

    @Test
    void aFileOfTalkHasNoBar() {
        Talk quiet = new Talk(new PrintWriter(said), false, now::get);
        quiet.bar("score", 1, 2);
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void memoryIsToldBeforehandAndWhenItIsNotEnough() {
        assertThat(Memory.told(133_000_000, 14_000_000_000L))
                .isEqualTo("about 5.2 GB of memory will be needed, 14.0 GB may be used");
        assertThat(Memory.told(133_000_000, 2_000_000_000L))
                .contains("no more than 2.0 GB may be used", "NOSTOS_JAVA_OPTIONS=-Xmx");
    }
}
