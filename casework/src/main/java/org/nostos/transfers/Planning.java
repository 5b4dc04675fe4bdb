package org.nostos.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.legal.CaseTurns;
import org.nostos.legal.Clearing;
import org.nostos.legal.ExclusionKeeping;
import org.nostos.legal.Route;
import org.nostos.legal.TransferClearance;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;
import org.nostos.registry.WhoIsOne;
import org.nostos.requests.Answers;
import org.nostos.transfers.TransferEvent.Kind;
import org.nostos.transfers.TransferEvent.Said;
import org.nostos.transfers.internal.Load;
import org.nostos.transfers.internal.Loads;
import org.nostos.transfers.internal.TransferDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Begins a plan, puts people on it with their clearances, and arranges what the journey needs. Thread-safe.
@Service
@Transactional
public class Planning {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_ON_THE_WAY = 10;
    private static final int MOST_HOURS = 240;
    private static final int MOST_SEATS = 1000;

    private final TransferDesk desk;
    private final Transfers transfers;
    private final Loads loads;
    private final WhoIsOne whoIsOne;
    private final Clearing clearing;
    private final ExclusionKeeping exclusions;
    private final Answers answers;
    private final CaseTurns turns;

    Planning(
            TransferDesk desk,
            Transfers transfers,
            Loads loads,
            WhoIsOne whoIsOne,
            Clearing clearing,
            ExclusionKeeping exclusions,
            Answers answers,
            CaseTurns turns) {
        this.desk = desk;
        this.transfers = transfers;
        this.loads = loads;
        this.whoIsOne = whoIsOne;
        this.clearing = clearing;
        this.exclusions = exclusions;
        this.answers = answers;
        this.turns = turns;
    }

    /// A plan as an officer says it.
    public record Draft(
            TransferKind kind,
            Route route,
            StateCode destination,
            String receiver,
            List<StateCode> transit,
            int hours,
            LocalDate planned) {
        public Draft {
            receiver = receiver.strip();
            transit = List.copyOf(new LinkedHashSet<>(transit));
        }
    }

    /// A plan that was begun, or why it was not.
    public record Begun(@Nullable UUID transfer, List<Obstacle> obstacles) {}

    public Begun begin(Draft draft) {
        List<Obstacle> obstacles =
                new ArrayList<>(desk.words(TransferDesk.today(), "", "", Role.CASE_OFFICER));
        obstacles.addAll(faults(draft));
        if (!obstacles.isEmpty()) {
            return new Begun(null, obstacles);
        }
        UUID id = UUID.randomUUID();
        UUID act = desk.act("planned", id, List.of(), null);
        Caller caller = Caller.required();
        transfers.begin(
                new Transfer(
                        id,
                        "",
                        draft.kind,
                        draft.route,
                        draft.destination,
                        draft.receiver,
                        draft.transit,
                        draft.hours,
                        caller.account(),
                        caller.displayName(),
                        Instant.now()),
                act);
        TransferStep step = new TransferStep(id, null, TransferDesk.today(), "", "");
        transfers.add(TransferDesk.event(step, Kind.PLANNED, Said.NOTHING.day(draft.planned)), act);
        return new Begun(id, List.of());
    }

    private static List<Obstacle> faults(Draft draft) {
        List<Obstacle> faults = new ArrayList<>();
        if (!draft.kind.allows(draft.route)) {
            faults.add(Obstacle.of("obstacle.transfer.road"));
        }
        if (draft.receiver.isEmpty() || draft.receiver.length() > LONGEST_NAME) {
            faults.add(Obstacle.of("obstacle.transfer.receiver"));
        }
        if (draft.transit.size() > MOST_ON_THE_WAY || draft.transit.contains(draft.destination)) {
            faults.add(Obstacle.of("obstacle.transfer.transit"));
        }
        if (draft.hours < 1 || draft.hours > MOST_HOURS) {
            faults.add(Obstacle.of("obstacle.transfer.hours"));
        }
        if (draft.planned.isBefore(TransferDesk.today())) {
            faults.add(Obstacle.of("obstacle.transfer.planned"));
        }
        return faults;
    }

    /// Puts somebody on the plan. Refused with everything that is missing: a clearance for this road that
    /// holds today, and that the state accepts them.
    public List<Obstacle> add(TransferStep step, UUID person) {
        Load load = loads.turn(step.transfer());
        List<Obstacle> obstacles = new ArrayList<>(common(step, load, Kind.AGREED));
        List<UUID> persons = whoIsOne.with(person).stream().map(Person::id).toList();
        if (persons.isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.transfer.nobody"));
            return obstacles;
        }
        turns.take(persons.getFirst());
        Transfer transfer = load.transfer();
        Optional<TransferClearance> key =
                clearing.valid(persons, TransferDesk.now()).stream()
                        .filter(one -> Preconditions.fits(one, transfer))
                        .findFirst();
        if (obstacles.isEmpty()) {
            missing(transfer, persons, key.isPresent())
                    .forEach(one -> obstacles.add(one.obstacle()));
        }
        if (obstacles.isEmpty()) {
            write(transfer, persons, key.orElseThrow());
        }
        return obstacles;
    }

    private List<Unmet> missing(Transfer transfer, List<UUID> persons, boolean cleared) {
        List<Unmet> missing = new ArrayList<>();
        if (!cleared) {
            missing.add(Unmet.of(TransferRule.CLEARANCE, transfer.destination().value()));
            missing.addAll(
                    clearing.missing(
                            persons,
                            new TransferClearance.Terms(
                                    transfer.route(),
                                    transfer.destination(),
                                    transfer.transit(),
                                    TransferDesk.today()),
                            TransferDesk.now()));
        }
        if (transfer.kind().crossesBorders()) {
            missing.addAll(
                    answers.against(persons, transfer.destination(), TransferDesk.now()).stream()
                            .filter(one -> one.rule() != org.nostos.requests.RequestRule.CHILD_ONLY)
                            .toList());
        }
        missing.addAll(exclusions.againstPlanning(persons, TransferDesk.now()));
        if (isOnAnother(persons)) {
            missing.add(Unmet.of(TransferRule.ELSEWHERE));
        }
        return missing;
    }

    private boolean isOnAnother(List<UUID> persons) {
        Set<UUID> plans = new LinkedHashSet<>();
        transfers.linesOf(persons).forEach(line -> plans.add(line.transfer()));
        return plans.stream()
                .map(id -> loads.load(id, TransferDesk.now()))
                .filter(one ->
                        one.standing().state().isAhead()
                                || one.standing().state() == TransferStanding.State.DEPARTED)
                .anyMatch(one -> persons.stream().anyMatch(one.travelling()::contains));
    }

    private void write(Transfer transfer, List<UUID> persons, TransferClearance key) {
        Caller caller = Caller.required();
        UUID leader = persons.getFirst();
        UUID act = desk.act("person-added", transfer.id(), List.of(leader), null);
        transfers.add(
                new TransferLine(
                        UUID.randomUUID(),
                        transfer.id(),
                        leader,
                        key.id(),
                        caller.account(),
                        caller.displayName(),
                        Instant.now()),
                act);
        desk.changed(List.of(leader));
    }

    /// The receiving side says who receives them, and that it has room.
    public List<Obstacle> agree(TransferStep step, String who, String office) {
        boolean said = !who.isBlank() && !step.source().isEmpty() && fits(who, office);
        return take(
                step,
                Kind.AGREED,
                Said.NOTHING.by(who, office),
                said ? null : "obstacle.transfer.agreed");
    }

    public List<Obstacle> postpone(TransferStep step, @Nullable LocalDate day) {
        boolean said =
                day != null && !day.isBefore(TransferDesk.today()) && !step.reason().isEmpty();
        return take(
                step,
                Kind.POSTPONED,
                Said.NOTHING.day(day),
                said ? null : "obstacle.transfer.planned");
    }

    /// Leave to exit, to pass through or to fly over, until a day; its number is the source.
    public List<Obstacle> leave(
            TransferStep step, Kind kind, @Nullable StateCode state, @Nullable LocalDate until) {
        boolean of = (kind == Kind.EXIT_CLEARED) == (state == null);
        boolean said = kind.isLeave() && of && until != null && !step.source().isEmpty();
        return take(
                step,
                kind,
                Said.NOTHING.state(state).day(until),
                said ? null : "obstacle.transfer.leave");
    }

    public List<Obstacle> escort(TransferStep step, EscortKind kind, String who, String office) {
        return take(
                step,
                Kind.ESCORT_NAMED,
                Said.NOTHING.code(kind.name()).by(who, office),
                !who.isBlank() && fits(who, office) ? null : "obstacle.transfer.escort");
    }

    /// Takes leave or an escort back.
    public List<Obstacle> takeBack(TransferStep step, UUID event) {
        Load load = loads.turn(step.transfer());
        Kind kind =
                load.standing().escorts().stream().anyMatch(one -> one.id().equals(event))
                        ? Kind.ESCORT_LEFT
                        : load.standing().leave().stream().anyMatch(one -> one.id().equals(event))
                                ? Kind.LEAVE_WITHDRAWN
                                : null;
        return kind == null
                ? List.of(Unmet.of(TransferRule.ORDER).obstacle())
                : take(step, kind, Said.NOTHING.of(event), null);
    }

    public List<Obstacle> seats(TransferStep step, @Nullable Integer seats) {
        boolean said = seats != null && seats > 0 && seats <= MOST_SEATS;
        return take(
                step,
                Kind.SEATS_HELD,
                Said.NOTHING.amount(seats),
                said ? null : "obstacle.transfer.seats");
    }

    private List<Obstacle> take(TransferStep step, Kind kind, Said said, @Nullable String missing) {
        Load load = loads.turn(step.transfer());
        List<Obstacle> obstacles = new ArrayList<>(common(step, load, kind));
        if (missing != null) {
            obstacles.add(Obstacle.of(missing));
        }
        if (obstacles.isEmpty()) {
            String act = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            UUID written = desk.act(act, step.transfer(), load.leaders(), step.reason());
            transfers.add(TransferDesk.event(step, kind, said), written);
            desk.changed(load.leaders());
        }
        return obstacles;
    }

    private List<Obstacle> common(TransferStep step, Load load, Kind kind) {
        List<Obstacle> obstacles =
                new ArrayList<>(desk.against(step, load.last(), Role.CASE_OFFICER));
        if (!load.standing().allows(kind)) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        return obstacles;
    }

    private static boolean fits(String who, String office) {
        return who.length() <= LONGEST_NAME && office.length() <= LONGEST_NAME;
    }
}
