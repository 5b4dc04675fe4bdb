package org.nostos.custody.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Stamp;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyEvent;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.CustodyKind.Field;
import org.nostos.custody.CustodyTrack;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.Place;
import org.nostos.parties.Caller;

/// What stands in the way of an entry, and the event that it becomes.
public final class Entries {

    public static final int LONGEST_SOURCE = 500;
    public static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NAME = 200;

    /// Everything that was ever recorded.
    public static final AsOf EVERYTHING = new AsOf(LocalDate.MAX, Instant.MAX);

    private Entries() {}

    /// What the words of the entry leave out.
    public static List<Obstacle> lacking(CustodyEntry entry, boolean placed) {
        List<Obstacle> lacking = new ArrayList<>();
        if (entry.kind().mustSay(Field.AUTHORITY) && entry.authority() == null) {
            lacking.add(Obstacle.of("obstacle.custody.needs-authority"));
        }
        if (entry.kind().mustSay(Field.PLACE) && !placed) {
            lacking.add(Obstacle.of("obstacle.custody.needs-place"));
        }
        if (entry.kind().mustSay(Field.GROUND) && entry.ground() == null) {
            lacking.add(Obstacle.of("obstacle.custody.needs-ground"));
        }
        if (entry.source().isEmpty() || entry.source().length() > LONGEST_SOURCE) {
            lacking.add(Obstacle.of("obstacle.custody.source"));
        }
        if (tooLong(entry)) {
            lacking.add(Obstacle.of("obstacle.custody.too-long"));
        }
        if (entry.happened().first().isAfter(LocalDate.now(ZoneOffset.UTC))) {
            lacking.add(Obstacle.of("obstacle.custody.day"));
        }
        return lacking;
    }

    private static boolean tooLong(CustodyEntry entry) {
        HoldingAuthority authority = entry.authority();
        return entry.reason().length() > LONGEST_TEXT
                || entry.order().length() > LONGEST_SOURCE
                || entry.place().length() > LONGEST_NAME
                || entry.section().length() > LONGEST_NAME
                || authority != null && authority.name().length() > LONGEST_NAME;
    }

    /// Why the event cannot stand among those that were recorded before it.
    public static List<Obstacle> unlawful(List<CustodyEvent> before, CustodyEvent event) {
        List<CustodyEvent> all = new ArrayList<>(before);
        all.add(event);
        CustodyTrack then = CustodyTrack.of(all, EVERYTHING);
        if (then.outOfPlace().stream().anyMatch(other -> other.id().equals(event.id()))) {
            CustodyTrack that = CustodyTrack.of(before, new AsOf(event.stamp().on(), Instant.MAX));
            return List.of(Obstacle.of("obstacle.custody.from." + that.status().name()));
        }
        return moreOutOfPlace(before, then)
                ? List.of(Obstacle.of("obstacle.custody.later-do-not-follow"))
                : List.of();
    }

    /// Whether a track leaves more events out of place than these did.
    public static boolean moreOutOfPlace(List<CustodyEvent> before, CustodyTrack then) {
        return then.outOfPlace().size() > CustodyTrack.of(before, EVERYTHING).outOfPlace().size();
    }

    /// The event of this entry, said by the caller; the database says when it was recorded.
    public static CustodyEvent event(
            UUID person, CustodyEntry entry, @Nullable Place place, @Nullable UUID handover) {
        CustodyKind kind = entry.kind();
        return new CustodyEvent(
                stamp(person, entry.happened().first()),
                kind,
                entry.happened(),
                kind.says(Field.AUTHORITY) ? entry.authority() : null,
                kind.says(Field.PLACE) ? place : null,
                kind.says(Field.GROUND) ? entry.ground() : null,
                kind.says(Field.ORDER) ? entry.order() : "",
                entry.source(),
                entry.reason(),
                null,
                handover);
    }

    /// A stamp of the caller's; later than everything that was recorded, until the database says when.
    public static Stamp stamp(UUID person, LocalDate on) {
        Caller caller = Caller.required();
        return new Stamp(
                UUID.randomUUID(), person, on, Instant.MAX, caller.account(), caller.displayName());
    }
}
