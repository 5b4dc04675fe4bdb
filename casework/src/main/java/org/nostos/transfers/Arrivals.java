package org.nostos.transfers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.Unmet;
import org.nostos.parties.Caller;
import org.nostos.transfers.ArrivalKeeping.Look;
import org.nostos.transfers.Transfers.ManifestLine;
import org.nostos.transfers.internal.TransferDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The transfers to the caller's state, as its consular officer sees them: what the manifest says of those whom
/// the state was told of, and nothing of the registry. Thread-safe.
@Service
@Transactional
public class Arrivals {

    private final TransferDesk desk;
    private final Transfers transfers;

    Arrivals(TransferDesk desk, Transfers transfers) {
        this.desk = desk;
        this.transfers = transfers;
    }

    /// A transfer on the desk.
    public record Coming(Transfer transfer, TransferStanding standing, List<Expected> people) {
        public Coming {
            people = List.copyOf(people);
        }
    }

    /// Somebody on the manifest, as they stand.
    public record Expected(ManifestLine line, LineStanding standing) {}

    /// The latest first; it shows counts and nobody.
    @Transactional(readOnly = true)
    public List<Coming> all(int most) {
        return coming(transfers.all(most));
    }

    /// One of them whole: reading it is an act.
    public Optional<Coming> one(UUID id) {
        Optional<Coming> found = transfers.byId(id).map(this::coming);
        found.ifPresent(_ -> desk.read("desk-read", id, List.of()));
        return found;
    }

    private Coming coming(Transfer transfer) {
        return coming(List.of(transfer)).getFirst();
    }

    private List<Coming> coming(List<Transfer> all) {
        Map<UUID, List<TransferEvent>> events =
                transfers.events(all.stream().map(Transfer::id).toList()).stream()
                        .collect(groupingBy(TransferEvent::transfer));
        Map<UUID, List<ManifestLine>> manifests =
                all.stream().collect(toMap(Transfer::id, one -> transfers.manifest(one.id())));
        List<UUID> lines =
                manifests.values().stream().flatMap(List::stream).map(ManifestLine::line).toList();
        Map<UUID, List<LineEvent>> happened =
                transfers.lineEvents(lines).stream().collect(groupingBy(LineEvent::line));
        return all.stream()
                .map(one ->
                        coming(
                                one,
                                TransferStanding.of(
                                        events.getOrDefault(one.id(), List.of()),
                                        TransferDesk.now()),
                                manifests.getOrDefault(one.id(), List.of()),
                                happened))
                .toList();
    }

    private static Coming coming(
            Transfer transfer,
            TransferStanding standing,
            List<ManifestLine> manifest,
            Map<UUID, List<LineEvent>> happened) {
        return new Coming(
                transfer,
                standing,
                manifest.stream()
                        .map(line ->
                                new Expected(
                                        line,
                                        LineStanding.of(
                                                standing,
                                                happened.getOrDefault(line.line(), List.of()),
                                                TransferDesk.now())))
                        .toList());
    }

    /// The receiver says that these came, on this day.
    public List<Obstacle> receive(UUID id, Collection<UUID> lines, LocalDate on) {
        Coming coming = turn(id);
        List<Obstacle> obstacles = common(coming, lines, on);
        boolean awaited =
                coming.standing.state() == TransferStanding.State.HANDED_OVER
                        && !coming.standing.isBefore(TransferEvent.Kind.HANDED_OVER, on)
                        && meant(coming, lines).stream()
                                .allMatch(one -> one.standing.state().isAwaited());
        if (!awaited) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        return write(obstacles, id, lines, on, LineEvent.Kind.RECEIVED, null);
    }

    /// The consul looked how these are treated.
    public List<Obstacle> follow(UUID id, Collection<UUID> lines, LocalDate on, Look look) {
        Coming coming = turn(id);
        List<Obstacle> obstacles = common(coming, lines, on);
        obstacles.addAll(look.faults(on));
        if (!meant(coming, lines).stream().allMatch(one -> one.standing.isReceivedBy(on))) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        return write(obstacles, id, lines, on, LineEvent.Kind.FOLLOWED_UP, look);
    }

    private Coming turn(UUID id) {
        transfers.turn(id);
        return transfers
                .byId(id)
                .map(this::coming)
                .orElseThrow(() -> new NoSuchElementException("no transfer " + id));
    }

    private List<Obstacle> common(Coming coming, Collection<UUID> lines, LocalDate on) {
        List<Obstacle> obstacles = new ArrayList<>(desk.words(on, "", "", Role.CONSULAR_OFFICER));
        Set<UUID> asked = new HashSet<>(lines);
        if (asked.isEmpty() || meant(coming, asked).size() != asked.size()) {
            obstacles.add(Obstacle.of("obstacle.transfer.nobody-chosen"));
        }
        return obstacles;
    }

    private static List<Expected> meant(Coming coming, Collection<UUID> lines) {
        return coming.people.stream().filter(one -> lines.contains(one.line.line())).toList();
    }

    private List<Obstacle> write(
            List<Obstacle> obstacles,
            UUID id,
            Collection<UUID> lines,
            LocalDate on,
            LineEvent.Kind kind,
            @Nullable Look look) {
        if (obstacles.isEmpty()) {
            String act = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            UUID written = desk.act("person-" + act, id, List.of(), null);
            Caller caller = Caller.required();
            for (UUID line : lines) {
                transfers.add(
                        new LineEvent(
                                UUID.randomUUID(),
                                line,
                                kind,
                                on,
                                look == null ? null : look.found().name(),
                                look == null ? "" : look.who(),
                                look == null ? null : look.next(),
                                look == null ? "" : look.findings(),
                                "",
                                true,
                                caller.account(),
                                caller.displayName(),
                                Instant.now()),
                        written);
            }
        }
        return obstacles;
    }
}
