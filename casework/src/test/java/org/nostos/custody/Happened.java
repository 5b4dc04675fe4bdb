package org.nostos.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Stamp;

/// Events for tests, on days of March 2026 and recorded on the day they happened, unless said otherwise.
final class Happened {

    static final UUID NORTH = new UUID(0, 1);
    static final UUID SOUTH = new UUID(0, 2);

    private Happened() {}

    static CustodyEvent on(int day, CustodyKind kind) {
        return event(day(day), noon(day), kind, null, null, null, null);
    }

    static CustodyEvent by(int day, CustodyKind kind, String holder) {
        return event(day(day), noon(day), kind, HoldingAuthority.named(holder), null, null, null);
    }

    static CustodyEvent admitted(int day, String holder, UUID facility, LegalGround ground) {
        return event(
                day(day),
                noon(day),
                CustodyKind.ADMITTED,
                HoldingAuthority.named(holder),
                new Place(facility, "Site", ""),
                ground,
                null);
    }

    static CustodyEvent stated(int day, LegalGround ground) {
        return event(day(day), noon(day), CustodyKind.GROUND_STATED, null, null, ground, null);
    }

    static CustodyEvent moved(int day, UUID facility) {
        Place place = new Place(facility, "Site", "");
        return event(day(day), noon(day), CustodyKind.MOVED, null, place, null, null);
    }

    static CustodyEvent takenBack(int recorded, CustodyEvent wrong) {
        return event(
                day(recorded),
                noon(recorded),
                CustodyKind.TAKEN_BACK,
                null,
                null,
                null,
                wrong.id());
    }

    static CustodyEvent event(
            LocalDate on,
            Instant recorded,
            CustodyKind kind,
            @Nullable HoldingAuthority authority,
            @Nullable Place place,
            @Nullable LegalGround ground,
            @Nullable UUID takesBack) {
        return new CustodyEvent(
                new Stamp(UUID.randomUUID(), new UUID(0, 9), on, recorded, new UUID(0, 8), "Hazel"),
                kind,
                PartialDate.ofDay(on),
                authority,
                place,
                ground,
                "",
                "a letter",
                "",
                takesBack,
                null);
    }

    static LocalDate day(int day) {
        return LocalDate.of(2026, 3, 1).plusDays(day - 1L);
    }

    static Instant noon(int day) {
        return day(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
