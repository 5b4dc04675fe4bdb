package org.nostos.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nostos.basics.AsOf;

/// Random events on random days, recorded late and taken back: what the track says of any day, as known
/// on any other, is what a plain walk through the facts of that day says; and no state is reached that
/// its own events do not allow.
class RandomCustodyTest {

    private static final int DAYS = 20;
    private static final String[] HOLDERS = {"North", "South", "West"};

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 404, 77, 5})
    void everyAnswerIsTheOneOfAPlainWalk(long seed) {
        Random random = new Random(seed);
        Set<CustodyStatus> seen = EnumSet.noneOf(CustodyStatus.class);
        for (int person = 0; person < 200; person++) {
            List<CustodyEvent> events = events(random);
            for (int question = 0; question < 15; question++) {
                int on = random.nextInt(DAYS) + 1;
                int known = random.nextInt(DAYS + 10) + 1;
                AsOf asOf = new AsOf(Happened.day(on), Happened.noon(known));
                CustodyTrack track = CustodyTrack.of(events, asOf);
                PlainWalk plain = new PlainWalk(events, on, known);
                assertThat(track.status()).isEqualTo(plain.status);
                assertThat(track.holder().map(HoldingAuthority::name).orElse(null))
                        .isEqualTo(plain.holder);
                assertThat(track.place().map(Place::facility).orElse(null))
                        .isEqualTo(plain.facility);
                assertThat(track.ground().orElse(null)).isEqualTo(plain.ground);
                assertThat(track.episodes()).hasSize(plain.episodes);
                soundly(track);
                seen.add(track.status());
            }
        }
        assertThat(seen)
                .as("walked through with seed %d", seed)
                .isEqualTo(EnumSet.allOf(CustodyStatus.class));
    }

    /// One episode is open, and the last, if and only if somebody holds the person.
    private static void soundly(CustodyTrack track) {
        List<Episode> open = track.episodes().stream().filter(e -> e.ended() == null).toList();
        assertThat(open).hasSize(track.status().isHeld() ? 1 : 0);
        assertThat(track.current().isPresent()).isEqualTo(track.status().isHeld());
        if (track.status().isHeld()) {
            assertThat(track.episodes().getLast().ended()).isNull();
            assertThat(track.heldFrom()).isNotNull();
        }
    }

    private static List<CustodyEvent> events(Random random) {
        List<CustodyEvent> events = new ArrayList<>();
        int number = random.nextInt(14);
        for (int i = 0; i < number; i++) {
            int day = random.nextInt(DAYS) + 1;
            int recorded = day + random.nextInt(8);
            CustodyKind kind = kind(random);
            CustodyEvent wrong =
                    events.isEmpty() ? null : events.get(random.nextInt(events.size()));
            boolean back = kind == CustodyKind.TAKEN_BACK;
            if (back && (wrong == null || wrong.kind() == kind)) {
                continue;
            }
            events.add(
                    Happened.event(
                            Happened.day(day),
                            Happened.noon(recorded).plusSeconds(i),
                            kind,
                            kind.says(CustodyKind.Field.AUTHORITY)
                                    ? HoldingAuthority.named(HOLDERS[random.nextInt(3)])
                                    : null,
                            kind.says(CustodyKind.Field.PLACE)
                                    ? new Place(new UUID(0, random.nextInt(3)), "Site", "")
                                    : null,
                            kind.says(CustodyKind.Field.GROUND) && random.nextBoolean()
                                    ? LegalGround.values()[random.nextInt(11)]
                                    : null,
                            back && wrong != null ? wrong.id() : null));
        }
        return events;
    }

    /// Any kind, those oftener without which nothing follows.
    private static CustodyKind kind(Random random) {
        CustodyKind[] kinds = CustodyKind.values();
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> CustodyKind.ADMITTED;
            case 3 -> CustodyKind.DEPARTED;
            case 4 -> random.nextBoolean() ? CustodyKind.REPATRIATED : CustodyKind.TRANSFERRED;
            default -> kinds[random.nextInt(kinds.length)];
        };
    }

    /// The same answers, by going through the days one by one with a few plain variables.
    private static final class PlainWalk {

        CustodyStatus status = CustodyStatus.NOT_KNOWN;
        @Nullable String holder;
        @Nullable UUID facility;
        @Nullable LegalGround ground;
        int episodes;
        private @Nullable String lastHolder;
        private @Nullable UUID lastFacility;
        private LegalGround lastGround = LegalGround.NONE_KNOWN;

        PlainWalk(List<CustodyEvent> events, int on, int known) {
            for (int day = 1; day <= on; day++) {
                oneDay(events, day, known);
            }
            if (!status.isHeld()) {
                holder = null;
                facility = null;
                ground = null;
            }
        }

        private void oneDay(List<CustodyEvent> events, int day, int known) {
            events.stream()
                    .filter(e -> e.stamp().on().equals(Happened.day(day)))
                    .filter(e -> !e.stamp().recordedAt().isAfter(Happened.noon(known)))
                    .filter(e -> e.kind() != CustodyKind.TAKEN_BACK)
                    .filter(e -> events.stream().noneMatch(b -> takesBack(b, e, known)))
                    .sorted((a, b) -> a.stamp().recordedAt().compareTo(b.stamp().recordedAt()))
                    .forEach(this::step);
        }

        private static boolean takesBack(CustodyEvent back, CustodyEvent event, int known) {
            return event.id().equals(back.takesBack())
                    && !back.stamp().recordedAt().isAfter(Happened.noon(known));
        }

        private void step(CustodyEvent event) {
            if (!status.allows(event.kind())) {
                return;
            }
            String kind = event.kind().name();
            boolean inside = status.isHeld();
            LegalGround said = event.ground() == null ? LegalGround.NONE_KNOWN : event.ground();
            if (kind.matches("REPORTED_HELD|ADMITTED|RECAPTURED")) {
                begin(name(event), at(event), said);
                status = kind.startsWith("REP") ? CustodyStatus.REPORTED : CustodyStatus.HELD;
            } else if (kind.equals("AUTHORITY_CHANGED")) {
                begin(name(event), facility, said);
            } else if (kind.equals("MOVED")) {
                begin(holder, at(event), ground == null ? LegalGround.NONE_KNOWN : ground);
            } else if (kind.equals("RETURNED")) {
                if (!inside) {
                    begin(lastHolder, lastFacility, lastGround);
                }
                status = CustodyStatus.HELD;
            } else if (kind.equals("GROUND_STATED")) {
                ground = said;
                lastGround = said;
            } else if (!kind.matches("ARRESTED|BUREAU_TOLD|CHANGE_EXAMINED")) {
                status = named(kind);
            }
        }

        private static CustodyStatus named(String kind) {
            return switch (kind) {
                case "TO_HOSPITAL" -> CustodyStatus.IN_HOSPITAL;
                case "TO_COURT" -> CustodyStatus.AT_COURT;
                case "DEPARTED" -> CustodyStatus.IN_TRANSIT;
                default -> CustodyStatus.valueOf(kind);
            };
        }

        private void begin(@Nullable String who, @Nullable UUID where, LegalGround why) {
            holder = who;
            facility = where;
            ground = why;
            lastHolder = who;
            lastFacility = where;
            lastGround = why;
            episodes++;
        }

        private static @Nullable String name(CustodyEvent event) {
            return event.authority() == null ? null : event.authority().name();
        }

        private static @Nullable UUID at(CustodyEvent event) {
            return event.place() == null ? null : event.place().facility();
        }
    }
}
