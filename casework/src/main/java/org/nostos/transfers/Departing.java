package org.nostos.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Role;
import org.nostos.basics.Unmet;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.legal.CaseTurns;
import org.nostos.transfers.Preconditions.Stage;
import org.nostos.transfers.TransferEvent.Kind;
import org.nostos.transfers.TransferEvent.Said;
import org.nostos.transfers.internal.Load;
import org.nostos.transfers.internal.Loads;
import org.nostos.transfers.internal.TransferDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Records that people left. Everything is looked at once more, here and by the database. Thread-safe.
@Service
@Transactional
public class Departing {

    private static final int LATEST_DAYS = 3;

    private final TransferDesk desk;
    private final Transfers transfers;
    private final Loads loads;
    private final Manifesting manifests;
    private final CustodyKeeping custody;
    private final CaseTurns turns;

    Departing(
            TransferDesk desk,
            Transfers transfers,
            Loads loads,
            Manifesting manifests,
            CustodyKeeping custody,
            CaseTurns turns) {
        this.desk = desk;
        this.transfers = transfers;
        this.loads = loads;
        this.manifests = manifests;
        this.custody = custody;
        this.turns = turns;
    }

    /// Everybody on the manifest left at this moment; for nobody if something is missing for one of them.
    ///
    /// @param source who saw them leave
    public List<Obstacle> depart(TransferStep step, @Nullable Instant at, String place) {
        Load load = loads.turn(step.transfer());
        load.leaders().stream().sorted().forEach(turns::take);
        List<Obstacle> obstacles =
                new ArrayList<>(desk.against(step, load.last(), Role.CASE_OFFICER));
        if (!load.standing().allows(Kind.DEPARTED)) {
            obstacles.add(
                    Unmet.of(
                                    load.standing().state().isAhead()
                                            ? TransferRule.FROZEN
                                            : TransferRule.ORDER)
                            .obstacle());
        }
        if (step.source().isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.transfer.source"));
        }
        LocalDate day = at == null ? null : at.atZone(ZoneOffset.UTC).toLocalDate();
        if (at == null
                || day == null
                || at.isAfter(Instant.now())
                || day.isBefore(TransferDesk.today().minusDays(LATEST_DAYS))) {
            obstacles.add(Obstacle.of("obstacle.transfer.departed"));
        } else if (obstacles.isEmpty()) {
            manifests
                    .missing(load, Stage.DEPARTURE, day)
                    .forEach(one -> obstacles.add(one.obstacle()));
        }
        return obstacles.isEmpty() && day != null
                ? write(load, on(step, day), Said.NOTHING.at(at).in(place))
                : obstacles;
    }

    private static TransferStep on(TransferStep step, LocalDate day) {
        return new TransferStep(step.transfer(), step.seen(), day, step.reason(), step.source());
    }

    private List<Obstacle> write(Load load, TransferStep step, Said said) {
        UUID act = desk.act("departed", step.transfer(), load.leaders(), step.reason());
        transfers.add(TransferDesk.event(step, Kind.DEPARTED, said), act);
        List<Obstacle> refused = new ArrayList<>();
        for (Passenger one : load.on()) {
            refused.addAll(
                    custody.recordOfTransfer(
                            one.ids(),
                            CustodyEntry.of(
                                    CustodyKind.DEPARTED,
                                    PartialDate.ofDay(step.on()),
                                    load.transfer().number())));
        }
        desk.changed(load.leaders());
        if (!refused.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return refused.stream().distinct().toList();
    }
}
