package org.nostos.legal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Unmet;
import org.nostos.legal.HolderExclusion.Event;
import org.nostos.legal.internal.LawDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Records whom a holder keeps back. Thread-safe.
@Service
@Transactional
public class ExclusionKeeping {

    private final LawDesk desk;
    private final Exclusions exclusions;

    ExclusionKeeping(LawDesk desk, Exclusions exclusions) {
        this.desk = desk;
        this.exclusions = exclusions;
    }

    @Transactional(readOnly = true)
    public List<HolderExclusion> all(Collection<UUID> persons, AsOf asOf) {
        return HolderExclusion.of(exclusions.of(persons), asOf);
    }

    /// Why somebody stays out of a plan: nothing that the law asks, but what a holder wants.
    @Transactional(readOnly = true)
    public List<Unmet> againstPlanning(Collection<UUID> persons, AsOf asOf) {
        return all(persons, asOf).stream()
                .filter(HolderExclusion::stands)
                .map(one -> Unmet.of(LegalRule.EXCLUDED, one.recorded().stamp().on().toString()))
                .toList();
    }

    /// Records it, with the legal ground as its source.
    public List<Obstacle> record(LawStep step) {
        desk.turn(step);
        List<Obstacle> obstacles = new ArrayList<>(desk.words(step));
        if (step.source() == null) {
            obstacles.add(Obstacle.of("obstacle.legal.exclusion-ground"));
        }
        if (obstacles.isEmpty()) {
            UUID id = UUID.randomUUID();
            UUID act = desk.act("legal.exclusion-recorded", step, id);
            exclusions.add(
                    new Event(LawDesk.stamp(id, step), id, false, step.reason(), step.source()),
                    act);
            desk.changed(step);
        }
        return obstacles;
    }

    public List<Obstacle> end(LawStep step, UUID exclusion) {
        desk.turn(step);
        List<Obstacle> obstacles = new ArrayList<>(desk.words(step));
        boolean stands =
                all(step.persons(), AsOf.now()).stream()
                        .anyMatch(one -> one.id().equals(exclusion) && one.stands());
        if (!stands) {
            obstacles.add(Obstacle.of("obstacle.legal.step"));
        }
        if (obstacles.isEmpty()) {
            UUID id = UUID.randomUUID();
            UUID act = desk.act("legal.exclusion-ended", step, id);
            exclusions.add(
                    new Event(
                            LawDesk.stamp(id, step), exclusion, true, step.reason(), step.source()),
                    act);
            desk.changed(step);
        }
        return obstacles;
    }
}
