package org.nostos.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final UUID SOMEBODY = new UUID(1, 2);

    @Test
    void aLineReadsBackAsTheSameEntry() {
        for (int number = 0; number < 50; number++) {
            Entry entry = Samples.entry(number);
            assertThat(Entry.parse(entry.line())).isEqualTo(entry);
        }
    }

    @Test
    void aLineHasTenFieldsAndTheTimeAlwaysSixDigits() {
        assertThat(Samples.entry(0).line())
                .startsWith(
                        "v1\t11112222-3333-4444-0000-000000000000\t2026-03-01T10:00:00.000000Z\t")
                .contains("\tIDENTITY_REVIEWER\t", "\tlists.accepted\tIDENTITY_REVIEW\t");
        assertThat(Samples.entry(1).line().split("\t")).hasSize(10).contains("-");
    }

    @Test
    void aFieldCannotPretendToBeTwo() {
        assertThatIllegalArgumentException().isThrownBy(() -> withRole("A\tB"));
        assertThatIllegalArgumentException().isThrownBy(() -> withRole("A\nB"));
        assertThatIllegalArgumentException().isThrownBy(() -> withRole(""));
    }

    @Test
    void aTimeFinerThanTheDatabaseKeepsIsRefused() {
        Instant fine = Instant.parse("2026-03-01T10:00:00.000000001Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Entry(
                                SOMEBODY, fine, SOMEBODY, "R", SOMEBODY, "k", "P", null,
                                Hash.ZERO));
    }

    @Test
    void aLineWrittenInAnotherWayIsRefused() {
        String line = Samples.entry(4).line();
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.parse(line + "\tmore"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entry.parse(line.replace("11112222", "0011112222")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entry.parse(line.replaceFirst("v1", "v2")));
    }

    @Test
    void anErasedPayloadLeavesACommitmentThatNoGuessOpens() {
        Salted one = Salted.of(Samples.bytes("plum"));
        Salted other = Salted.of(Samples.bytes("plum"));
        assertThat(one.commitment()).isNotEqualTo(other.commitment());
        assertThat(new Salted(one.salt(), one.payload()).commitment()).isEqualTo(one.commitment());
        assertThat(new Salted(one.salt(), Samples.bytes("pear")).commitment())
                .isNotEqualTo(one.commitment());
    }

    private static Entry withRole(String role) {
        return new Entry(
                SOMEBODY, Instant.EPOCH, SOMEBODY, role, SOMEBODY, "k", "P", null, Hash.ZERO);
    }
}
