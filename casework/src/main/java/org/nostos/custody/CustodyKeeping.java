package org.nostos.custody;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Purpose;
import org.nostos.basics.Unmet;
import org.nostos.custody.CustodyClocks.Known;
import org.nostos.custody.internal.Births;
import org.nostos.custody.internal.Deaths;
import org.nostos.custody.internal.Entries;
import org.nostos.custody.internal.TrackItems;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A person's custody: what is known of it, and the steps in it. Thread-safe.
///
/// Persons are given with the one who leads first; what is added hangs on that one. Reading is part of
/// reading the person's file, which records it.
@Service
@Transactional
public class CustodyKeeping {

    private final Acts acts;
    private final CustodyEvents events;
    private final Standings standings;
    private final Facilities facilities;
    private final Told told;
    private final Births births;
    private final Deaths deaths;
    private final ObjectProvider<ReviewDays> reviews;
    private final ObjectProvider<FileItems> rooms;
    private final ApplicationEventPublisher publisher;

    CustodyKeeping(
            Acts acts,
            CustodyEvents events,
            Standings standings,
            Facilities facilities,
            Told told,
            Births births,
            Deaths deaths,
            ObjectProvider<ReviewDays> reviews,
            ObjectProvider<FileItems> rooms,
            ApplicationEventPublisher publisher) {
        this.acts = acts;
        this.events = events;
        this.standings = standings;
        this.facilities = facilities;
        this.told = told;
        this.births = births;
        this.deaths = deaths;
        this.reviews = reviews;
        this.rooms = rooms;
        this.publisher = publisher;
    }

    /// The person's custody on a day, as known at a moment.
    @Transactional(readOnly = true)
    public CustodyTrack track(List<UUID> persons, AsOf asOf) {
        return CustodyTrack.of(events.of(persons), asOf);
    }

    /// What the law asks of this person's custody and is not met: alarms first, then clocks.
    @Transactional(readOnly = true)
    public List<Unmet> unmet(List<UUID> persons, AsOf asOf) {
        return file(persons, asOf).unmet();
    }

    /// How much of the minimum file there is.
    @Transactional(readOnly = true)
    public FileCompleteness completeness(List<UUID> persons, AsOf asOf) {
        return file(persons, asOf).completeness();
    }

    /// All of it at once.
    @Transactional(readOnly = true)
    public CustodyFile file(List<UUID> persons, AsOf asOf) {
        List<CustodyEvent> all = events.of(persons);
        CustodyTrack track = CustodyTrack.of(all, asOf);
        List<RightsNotice> rights = RightsNotice.counting(told.rights(persons), asOf);
        Map<?, ConsularChoice> choices = ConsularChoice.each(told.choices(persons), asOf);
        Known known =
                new Known(
                        Births.mayBeChild(births.records(persons), asOf.on()),
                        ToldOfConsul.by(track, rights, choices.values()),
                        reviewed(persons, asOf));
        List<KinNotice> kin = kin(told.kinNotices(persons), asOf);
        return new CustodyFile(
                track,
                all.stream().filter(e -> !e.stamp().recordedAt().isAfter(asOf.known())).toList(),
                Stream.concat(
                                CustodyClocks.of(track, known).stream(),
                                KinClocks.of(track, kin).stream())
                        .toList(),
                rights,
                kin,
                choices.values(),
                FileCompleteness.of(
                        track.status(), held(persons, track, asOf), told.items(persons), asOf),
                all.isEmpty() ? null : all.getLast().id());
    }

    static List<KinNotice> kin(List<KinNotice> all, AsOf asOf) {
        return all.stream()
                .filter(notice -> asOf.counts(notice.stamp().on(), notice.stamp().recordedAt()))
                .toList();
    }

    /// Records what happened, if it can follow what happened before.
    ///
    /// @param seen the event that the page showed as the last
    public List<Obstacle> record(List<UUID> persons, CustodyEntry entry, @Nullable UUID seen) {
        return entry.kind().isOfTransfers()
                ? List.of(Obstacle.of("obstacle.custody.by-transfer"))
                : step(persons, entry, seen, true);
    }

    /// Records a step of a transfer, or what became of somebody on the way: the transfer's own room has
    /// looked at what is asked of it.
    public List<Obstacle> recordOfTransfer(List<UUID> persons, CustodyEntry entry) {
        return step(persons, entry, null, false);
    }

    /// Takes an event back, for a reason. It stays in sight, and so does who took it back.
    public List<Obstacle> takeBack(
            List<UUID> persons, UUID event, String reason, @Nullable UUID seen) {
        String why = reason.strip();
        if (!CustodyKind.TAKEN_BACK.isFor(Caller.required().role())) {
            return List.of(Obstacle.of("obstacle.custody.role"));
        }
        if (why.isEmpty() || why.length() > Entries.LONGEST_TEXT) {
            return List.of(Obstacle.of("obstacle.custody.reason"));
        }
        UUID leader = persons.getFirst();
        events.turn(leader);
        List<CustodyEvent> before = events.of(persons);
        List<Obstacle> obstacles = changed(before, seen);
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        if (!isStanding(before, event)) {
            return List.of(Obstacle.of("obstacle.custody.not-standing"));
        }
        if (before.stream().anyMatch(e -> e.id().equals(event) && e.kind().isOfTransfers())) {
            return List.of(Obstacle.of("obstacle.custody.by-transfer"));
        }
        CustodyEvent correction = correction(leader, event, why);
        List<CustodyEvent> all = new ArrayList<>(before);
        all.add(correction);
        if (Entries.moreOutOfPlace(before, CustodyTrack.of(all, Entries.EVERYTHING))) {
            return List.of(Obstacle.of("obstacle.custody.later-rest-on-it"));
        }
        add(correction, why, Purpose.CASEWORK);
        return List.of();
    }

    private List<Obstacle> step(
            List<UUID> persons, CustodyEntry entry, @Nullable UUID seen, boolean looked) {
        UUID leader = persons.getFirst();
        Place place = place(entry);
        List<Obstacle> obstacles = Entries.lacking(entry, place != null);
        if (!entry.kind().isFor(Caller.required().role())) {
            obstacles.add(Obstacle.of("obstacle.custody.role"));
        }
        if (entry.facility() != null && facilities.byId(entry.facility()).isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.custody.no-facility"));
        }
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        events.turn(leader);
        List<CustodyEvent> before = events.of(persons);
        CustodyEvent event = Entries.event(leader, entry, place, null);
        obstacles.addAll(looked ? changed(before, seen) : List.of());
        if (looked && isOnTheWay(before, event)) {
            obstacles.add(Obstacle.of("obstacle.custody.by-transfer"));
        }
        if (obstacles.isEmpty()) {
            obstacles.addAll(Entries.unlawful(before, event));
        }
        if (obstacles.isEmpty()) {
            boolean legal = entry.kind() == CustodyKind.CHANGE_EXAMINED;
            add(event, entry.source(), legal ? Purpose.LEGAL_REVIEW : Purpose.CASEWORK);
            if (entry.kind() == CustodyKind.DECEASED) {
                deaths.tellFamily(persons, event);
            }
        }
        return obstacles;
    }

    /// Whether somebody had left by then, and has not come: what becomes of them is said on the transfer.
    /// The database keeps the same rule.
    private static boolean isOnTheWay(List<CustodyEvent> before, CustodyEvent event) {
        AsOf then = new AsOf(event.stamp().on(), AsOf.now().known());
        return event.kind() != CustodyKind.ARRESTED
                && CustodyTrack.of(before, then).status() == CustodyStatus.IN_TRANSIT;
    }

    private void add(CustodyEvent event, String why, Purpose purpose) {
        UUID person = event.stamp().person();
        UUID act =
                acts.record(
                        Act.of(
                                        "custody." + event.kind().key(),
                                        purpose,
                                        Map.of("person", person, "event", event.id()))
                                .withReason(why));
        events.add(List.of(event), act);
        standings.refresh(List.of(person));
        publisher.publishEvent(new CaseChanged(person));
    }

    private static List<Obstacle> changed(List<CustodyEvent> before, @Nullable UUID seen) {
        UUID last = before.isEmpty() ? null : before.getLast().id();
        return Objects.equals(last, seen)
                ? List.of()
                : List.of(Obstacle.of("obstacle.case.changed"));
    }

    private static boolean isStanding(List<CustodyEvent> all, UUID event) {
        return all.stream()
                        .anyMatch(e -> e.id().equals(event) && e.kind() != CustodyKind.TAKEN_BACK)
                && all.stream().noneMatch(e -> event.equals(e.takesBack()));
    }

    private static CustodyEvent correction(UUID leader, UUID event, String why) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new CustodyEvent(
                Entries.stamp(leader, today),
                CustodyKind.TAKEN_BACK,
                PartialDate.ofDay(today),
                null,
                null,
                null,
                "",
                why.length() > Entries.LONGEST_SOURCE
                        ? why.substring(0, Entries.LONGEST_SOURCE)
                        : why,
                why,
                event,
                null);
    }

    private @Nullable Place place(CustodyEntry entry) {
        if (entry.facility() == null) {
            return entry.place().isEmpty() ? null : new Place(null, entry.place(), "");
        }
        return facilities
                .byId(entry.facility())
                .map(found -> new Place(found.id(), found.name(), entry.section()))
                .orElse(null);
    }

    private ReviewDays.@Nullable Days reviewed(List<UUID> persons, AsOf asOf) {
        return reviews.stream()
                .flatMap(room -> room.of(persons, asOf).stream())
                .max(Comparator.comparing(ReviewDays.Days::last))
                .orElse(null);
    }

    private Set<FileItem> held(List<UUID> persons, CustodyTrack track, AsOf asOf) {
        Set<FileItem> held = EnumSet.noneOf(FileItem.class);
        held.addAll(TrackItems.of(track));
        rooms.stream().forEach(room -> held.addAll(room.held(persons, asOf)));
        return held;
    }
}
