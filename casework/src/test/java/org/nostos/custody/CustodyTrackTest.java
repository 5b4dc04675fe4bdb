package org.nostos.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.custody.Happened.NORTH;
import static org.nostos.custody.Happened.SOUTH;
import static org.nostos.custody.Happened.admitted;
import static org.nostos.custody.Happened.by;
import static org.nostos.custody.Happened.day;
import static org.nostos.custody.Happened.event;
import static org.nostos.custody.Happened.moved;
import static org.nostos.custody.Happened.noon;
import static org.nostos.custody.Happened.on;
import static org.nostos.custody.Happened.stated;
import static org.nostos.custody.Happened.takenBack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nostos.basics.AsOf;

class CustodyTrackTest {

    private static final AsOf NOW = new AsOf(day(90), noon(90));

    @ParameterizedTest
    @MethodSource("table")
    void whereAPersonStandsIsWhatHappened(String line) {
        String[] parts = line.split("\t", -1);
        CustodyTrack track = CustodyTrack.of(events(parts[0]), NOW);
        assertThat(track.status()).isEqualTo(CustodyStatus.valueOf(parts[1]));
        assertThat(track.episodes()).hasSize(Integer.parseInt(parts[2]));
        assertThat(track.outOfPlace().stream().map(e -> e.kind().name()).toList())
                .isEqualTo(parts[3].isEmpty() ? List.of() : List.of(parts[3].split(" ")));
    }

    @Test
    void anotherAuthorityInTheSamePlaceIsAnotherEpisodeAndHasToStateItsOwnGround() {
        CustodyTrack track =
                CustodyTrack.of(
                        List.of(
                                admitted(1, "North", NORTH, LegalGround.CONVICTED),
                                by(5, CustodyKind.AUTHORITY_CHANGED, "South")),
                        NOW);
        assertThat(track.holder().orElseThrow().name()).isEqualTo("South");
        assertThat(track.place().orElseThrow().facility()).isEqualTo(NORTH);
        assertThat(track.ground()).contains(LegalGround.NONE_KNOWN);
        assertThat(track.episodes().getFirst().ground()).isEqualTo(LegalGround.CONVICTED);
        assertThat(Objects.requireNonNull(track.episodes().getFirst().to()).first())
                .isEqualTo(day(5));
        assertThat(Objects.requireNonNull(track.heldFrom()).stamp().on()).isEqualTo(day(1));
        assertThat(Objects.requireNonNull(track.heldBy()).stamp().on()).isEqualTo(day(5));
        assertThat(track.unexamined()).hasSize(1);
    }

    @Test
    void whoeverIsMovedIsHeldByTheSameAuthorityOnTheSameGround() {
        CustodyTrack track =
                CustodyTrack.of(
                        List.of(
                                admitted(1, "North", NORTH, LegalGround.NONE_KNOWN),
                                stated(2, LegalGround.PRE_TRIAL),
                                moved(3, SOUTH)),
                        NOW);
        assertThat(track.holder().orElseThrow().name()).isEqualTo("North");
        assertThat(track.place().orElseThrow().facility()).isEqualTo(SOUTH);
        assertThat(track.ground()).contains(LegalGround.PRE_TRIAL);
        assertThat(track.unexamined()).isEmpty();
    }

    @Test
    void aDayAndAMomentHaveAnExactAnswer() {
        CustodyEvent in = admitted(1, "North", NORTH, LegalGround.CONVICTED);
        CustodyEvent out = event(day(3), noon(10), CustodyKind.RELEASED, null, null, null, null);
        CustodyEvent back = takenBack(20, out);
        List<CustodyEvent> all = List.of(back, out, in);
        assertThat(at(all, 2, 30)).isEqualTo(CustodyStatus.HELD);
        assertThat(at(all, 5, 9)).as("not yet recorded").isEqualTo(CustodyStatus.HELD);
        assertThat(at(all, 5, 15)).isEqualTo(CustodyStatus.RELEASED);
        assertThat(at(all, 5, 25)).as("taken back").isEqualTo(CustodyStatus.HELD);
        assertThat(at(all, 0, 30)).as("before it").isEqualTo(CustodyStatus.NOT_KNOWN);
    }

    @Test
    void oneLookAtTheChangesSettlesThemAll() {
        List<CustodyEvent> events =
                new ArrayList<>(
                        List.of(
                                admitted(1, "North", NORTH, LegalGround.CONVICTED),
                                by(5, CustodyKind.AUTHORITY_CHANGED, "South"),
                                by(6, CustodyKind.AUTHORITY_CHANGED, "West")));
        assertThat(CustodyTrack.of(events, NOW).unexamined()).hasSize(2);
        events.add(on(7, CustodyKind.CHANGE_EXAMINED));
        assertThat(CustodyTrack.of(events, NOW).unexamined()).isEmpty();
        events.add(by(8, CustodyKind.AUTHORITY_CHANGED, "North"));
        assertThat(CustodyTrack.of(events, NOW).unexamined()).hasSize(1);
    }

    private static CustodyStatus at(List<CustodyEvent> events, int on, int known) {
        return CustodyTrack.of(events, new AsOf(day(on), noon(known))).status();
    }

    static List<String> table() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CustodyTrackTest.class.getResourceAsStream("tracks.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .toList();
        }
    }

    private static List<CustodyEvent> events(String written) {
        List<CustodyEvent> events = new ArrayList<>();
        int day = 1;
        for (String word : written.isEmpty() ? new String[0] : written.split(" ")) {
            String[] ground = word.split("/");
            String[] holder = ground[0].split("=");
            Instant then = noon(day);
            events.add(
                    event(
                            day(day++),
                            then,
                            CustodyKind.valueOf(holder[0]),
                            holder.length > 1 ? HoldingAuthority.named(holder[1]) : null,
                            new Place(NORTH, "Site", ""),
                            ground.length > 1 ? LegalGround.valueOf(ground[1]) : null,
                            null));
        }
        return events;
    }
}
