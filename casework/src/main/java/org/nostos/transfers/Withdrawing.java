package org.nostos.transfers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.Unmet;
import org.nostos.parties.Caller;
import org.nostos.transfers.LineEvent.Why;
import org.nostos.transfers.TransferEvent.Kind;
import org.nostos.transfers.TransferEvent.Said;
import org.nostos.transfers.internal.Load;
import org.nostos.transfers.internal.Loads;
import org.nostos.transfers.internal.TransferDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes somebody off a transfer, or calls a transfer off, for a reason that is coded and said. A court's
/// order that a family may be split is recorded here as well. Thread-safe.
@Service
@Transactional
public class Withdrawing {

    private final TransferDesk desk;
    private final Transfers transfers;
    private final Loads loads;

    Withdrawing(TransferDesk desk, Transfers transfers, Loads loads) {
        this.desk = desk;
        this.transfers = transfers;
        this.loads = loads;
    }

    /// Why a whole transfer does not take place.
    public enum Cancelled {
        NO_LEAVE_TO_EXIT,
        NO_LEAVE_TO_TRANSIT,
        STATE_WITHDREW,
        COURT_ORDER,
        CLEARANCE_LAPSED,
        SECURITY,
        WEATHER,
        TRANSPORT,
        NOBODY_LEFT_ON_IT,
        OTHER
    }

    /// Takes somebody off who has not left: nothing else changes a frozen manifest.
    public List<Obstacle> withdraw(TransferStep step, UUID line, Why why) {
        Load load = loads.turn(step.transfer());
        List<Obstacle> obstacles =
                new ArrayList<>(desk.against(step, load.last(), Role.CASE_OFFICER));
        obstacles.addAll(reasoned(step));
        Optional<Passenger> one = on(load, line);
        if (one.isEmpty() || !load.standing().state().isAhead()) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        return write(obstacles, step, one, LineEvent.Kind.WITHDRAWN, why.name());
    }

    /// A court ordered that somebody goes without the rest of their family.
    public List<Obstacle> orderSplit(TransferStep step, UUID line) {
        Load load = loads.turn(step.transfer());
        List<Obstacle> obstacles =
                new ArrayList<>(desk.against(step, load.last(), Role.LEGAL_REVIEWER));
        obstacles.addAll(reasoned(step));
        if (step.source().isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.transfer.order-source"));
        }
        Optional<Passenger> one = on(load, line);
        if (one.isEmpty() || load.standing().state() != TransferStanding.State.DRAFT) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        return write(obstacles, step, one, LineEvent.Kind.SPLIT_ORDERED, null);
    }

    /// Calls a transfer off before anybody left.
    public List<Obstacle> cancel(TransferStep step, Cancelled why) {
        Load load = loads.turn(step.transfer());
        List<Obstacle> obstacles =
                new ArrayList<>(
                        desk.against(step, load.last(), Role.CASE_OFFICER, Role.LEGAL_REVIEWER));
        obstacles.addAll(reasoned(step));
        if (!load.standing().allows(Kind.CANCELLED)) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        if (obstacles.isEmpty()) {
            UUID act = desk.act("cancelled", step.transfer(), load.leaders(), step.reason());
            transfers.add(
                    TransferDesk.event(step, Kind.CANCELLED, Said.NOTHING.code(why.name())), act);
            desk.changed(load.leaders());
        }
        return obstacles;
    }

    private static Optional<Passenger> on(Load load, UUID line) {
        return load.on().stream().filter(known -> known.line().id().equals(line)).findFirst();
    }

    private static List<Obstacle> reasoned(TransferStep step) {
        return step.reason().isEmpty()
                ? List.of(Obstacle.of("obstacle.transfer.reason"))
                : List.of();
    }

    private List<Obstacle> write(
            List<Obstacle> obstacles,
            TransferStep step,
            Optional<Passenger> passenger,
            LineEvent.Kind kind,
            @Nullable String code) {
        if (obstacles.isEmpty()) {
            Passenger one = passenger.orElseThrow();
            Caller caller = Caller.required();
            String kindOfAct = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            UUID act = desk.act(kindOfAct, step.transfer(), List.of(one.leader()), step.reason());
            transfers.add(
                    new LineEvent(
                            UUID.randomUUID(),
                            one.line().id(),
                            kind,
                            step.on(),
                            code,
                            "",
                            null,
                            step.reason(),
                            step.source(),
                            false,
                            caller.account(),
                            caller.displayName(),
                            Instant.now()),
                    act);
            desk.changed(List.of(one.leader()));
        }
        return obstacles;
    }
}
