package org.nostos.transfers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.Unmet;
import org.nostos.parties.Caller;
import org.nostos.transfers.Preconditions.Stage;
import org.nostos.transfers.TransferEvent.Kind;
import org.nostos.transfers.TransferEvent.Said;
import org.nostos.transfers.Transfers.ManifestLine;
import org.nostos.transfers.Transfers.PaperOf;
import org.nostos.transfers.internal.Load;
import org.nostos.transfers.internal.Loads;
import org.nostos.transfers.internal.ManifestPress;
import org.nostos.transfers.internal.Manifests;
import org.nostos.transfers.internal.TransferDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Freezes a manifest: one proposes, and another, who wrote none of it, confirms. Thread-safe.
@Service
@Transactional
public class Manifesting {

    private final TransferDesk desk;
    private final Transfers transfers;
    private final Loads loads;
    private final TransferWhyNot whyNot;
    private final Manifests manifests;
    private final ManifestPress press;

    Manifesting(
            TransferDesk desk,
            Transfers transfers,
            Loads loads,
            TransferWhyNot whyNot,
            Manifests manifests,
            ManifestPress press) {
        this.desk = desk;
        this.transfers = transfers;
        this.loads = loads;
        this.whyNot = whyNot;
        this.manifests = manifests;
        this.press = press;
    }

    /// Proposes that the manifest is frozen as it stands: refused with everything that is missing.
    public List<Obstacle> propose(TransferStep step) {
        Load load = loads.turn(step.transfer());
        List<Obstacle> obstacles =
                new ArrayList<>(desk.against(step, load.last(), Role.CASE_OFFICER));
        if (!load.standing().allows(Kind.FREEZE_PROPOSED)) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        if (obstacles.isEmpty()) {
            missing(load, Stage.FREEZE, TransferReading.day(load))
                    .forEach(one -> obstacles.add(one.obstacle()));
        }
        if (obstacles.isEmpty()) {
            UUID act = desk.act("freeze-proposed", step.transfer(), load.leaders(), step.reason());
            TransferEvent event = TransferDesk.event(step, Kind.FREEZE_PROPOSED, Said.NOTHING);
            transfers.add(event, act);
            transfers.write(event.id(), manifests.of(load), act);
            desk.changed(load.leaders());
        }
        return obstacles;
    }

    /// Confirms it: from now on nothing changes but that somebody is taken off. The manifest is printed.
    public List<Obstacle> freeze(TransferStep step) {
        Load load = loads.turn(step.transfer());
        List<Obstacle> obstacles = second(step, load, Kind.FROZEN);
        if (obstacles.isEmpty()) {
            missing(load, Stage.FREEZE, TransferReading.day(load))
                    .forEach(one -> obstacles.add(one.obstacle()));
        }
        if (obstacles.isEmpty()) {
            UUID act = desk.act("frozen", step.transfer(), load.leaders(), step.reason());
            List<ManifestLine> manifest = transfers.manifest(step.transfer());
            TransferEvent event = TransferDesk.event(step, Kind.FROZEN, Said.NOTHING);
            transfers.add(event, act);
            PaperOf paper = press.manifest(load, manifest, event.id(), event.on());
            transfers.keep(step.transfer(), paper, act);
            desk.changed(load.leaders());
        }
        return obstacles;
    }

    /// Does not confirm it: the manifest is a draft again.
    public List<Obstacle> giveBack(TransferStep step) {
        Load load = loads.turn(step.transfer());
        List<Obstacle> obstacles =
                new ArrayList<>(
                        desk.against(step, load.last(), Role.CASE_OFFICER, Role.LEGAL_REVIEWER));
        if (!load.standing().allows(Kind.RETURNED)) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        if (step.reason().isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.transfer.reason"));
        }
        if (obstacles.isEmpty()) {
            UUID act = desk.act("returned", step.transfer(), load.leaders(), step.reason());
            transfers.add(TransferDesk.event(step, Kind.RETURNED, Said.NOTHING), act);
            desk.changed(load.leaders());
        }
        return obstacles;
    }

    private List<Obstacle> second(TransferStep step, Load load, Kind kind) {
        List<Obstacle> obstacles =
                new ArrayList<>(
                        desk.against(step, load.last(), Role.CASE_OFFICER, Role.LEGAL_REVIEWER));
        if (!load.standing().allows(kind)) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        UUID me = Caller.required().account();
        boolean proposed =
                load.standing()
                        .last(Kind.FREEZE_PROPOSED)
                        .filter(one -> one.account().equals(me))
                        .isPresent();
        if (proposed || TransferReading.drafters(load).contains(me)) {
            obstacles.add(Unmet.of(TransferRule.TWO_HANDS).obstacle());
        }
        return obstacles;
    }

    /// Everything that is missing, of the transfer and of each who is on it.
    List<Unmet> missing(Load load, Stage stage, LocalDate day) {
        Set<UUID> travelling = load.travelling();
        List<LineFacts> going =
                load.on().stream()
                        .map(one ->
                                whyNot.facts(
                                        load.transfer(),
                                        one.ids(),
                                        one.line().clearance(),
                                        travelling,
                                        one.standing().splitOrdered(),
                                        day))
                        .toList();
        List<Unmet> missing =
                new ArrayList<>(Preconditions.of(load.transfer(), load.standing(), going, day));
        going.forEach(one -> missing.addAll(Preconditions.of(load.transfer(), one, day, stage)));
        return missing.stream().distinct().toList();
    }
}
