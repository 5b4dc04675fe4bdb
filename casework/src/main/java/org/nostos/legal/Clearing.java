package org.nostos.legal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.Unmet;
import org.nostos.legal.TransferClearance.Event;
import org.nostos.legal.TransferClearance.Kind;
import org.nostos.legal.TransferClearance.Terms;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives the key to a transfer out, over a case with nothing open: one legal reviewer proposes it,
/// another issues it. Thread-safe.
@Service
@Transactional
public class Clearing {

    /// How long a clearance may last.
    public static final int LONGEST_DAYS = 92;

    private final LawDesk desk;
    private final Clearances clearances;
    private final LegalWhyNot whyNot;

    Clearing(LawDesk desk, Clearances clearances, LegalWhyNot whyNot) {
        this.desk = desk;
        this.clearances = clearances;
        this.whyNot = whyNot;
    }

    /// The clearances of somebody, the latest first.
    @Transactional(readOnly = true)
    public List<TransferClearance> all(Collection<UUID> persons, AsOf asOf) {
        return TransferClearance.of(clearances.of(persons), asOf);
    }

    /// The clearances that hold: issued, in date, and with nothing in them missing again.
    @Transactional(readOnly = true)
    public List<TransferClearance> valid(Collection<UUID> persons, AsOf asOf) {
        return all(persons, asOf).stream()
                .filter(clearance -> clearance.inForce(asOf.on()))
                .filter(clearance -> missing(persons, clearance.terms(), asOf).isEmpty())
                .toList();
    }

    /// What is missing on the road of these terms.
    @Transactional(readOnly = true)
    public List<Unmet> missing(Collection<UUID> persons, Terms terms, AsOf asOf) {
        return whyNot.against(persons, terms.route(), terms.destination(), terms.transit(), asOf);
    }

    /// Proposes a clearance: refused with everything that is missing.
    public List<Obstacle> propose(LawStep step, Terms terms) {
        desk.turn(step);
        List<Obstacle> obstacles = common(step);
        if (terms.until().isBefore(LawDesk.today())
                || terms.until().isAfter(LawDesk.today().plusDays(LONGEST_DAYS))) {
            obstacles.add(Obstacle.of("obstacle.legal.clearance-until"));
        }
        obstacles.addAll(obstacles(missing(step.persons(), terms, AsOf.now())));
        UUID id = UUID.randomUUID();
        return write(obstacles, step, id, Kind.PROPOSED, id, terms);
    }

    /// Issues what another proposed.
    public List<Obstacle> issue(LawStep step, UUID clearance) {
        desk.turn(step);
        Optional<TransferClearance> waiting =
                all(step.persons(), AsOf.now()).stream()
                        .filter(known -> known.id().equals(clearance) && known.waits())
                        .findFirst();
        if (waiting.isEmpty()) {
            return List.of(Obstacle.of("obstacle.legal.step"));
        }
        List<Obstacle> obstacles = common(step);
        TransferClearance found = waiting.get();
        if (found.proposed().stamp().account().equals(Caller.required().account())) {
            obstacles.add(Unmet.of(LegalRule.TWO_HANDS).obstacle());
        }
        if (found.until().isBefore(LawDesk.today())) {
            obstacles.add(Obstacle.of("obstacle.legal.clearance-until"));
        }
        obstacles.addAll(obstacles(missing(step.persons(), found.terms(), AsOf.now())));
        return write(obstacles, step, UUID.randomUUID(), Kind.ISSUED, clearance, null);
    }

    /// Takes a clearance back, before or after it was issued.
    public List<Obstacle> withdraw(LawStep step, UUID clearance) {
        desk.turn(step);
        List<Obstacle> obstacles = common(step);
        boolean stands =
                all(step.persons(), AsOf.now()).stream()
                        .anyMatch(
                                known -> known.id().equals(clearance) && known.withdrawn() == null);
        if (!stands) {
            obstacles.add(Obstacle.of("obstacle.legal.step"));
        }
        return write(obstacles, step, UUID.randomUUID(), Kind.WITHDRAWN, clearance, null);
    }

    private List<Obstacle> common(LawStep step) {
        List<Obstacle> obstacles = new ArrayList<>(desk.words(step));
        if (Caller.required().role() != Role.LEGAL_REVIEWER) {
            obstacles.add(Obstacle.of("obstacle.legal.role"));
        }
        return obstacles;
    }

    private List<Obstacle> write(
            List<Obstacle> obstacles,
            LawStep step,
            UUID id,
            Kind kind,
            UUID clearance,
            @Nullable Terms terms) {
        if (obstacles.isEmpty()) {
            UUID act = desk.act("legal.clearance-" + word(kind), step, id);
            clearances.add(
                    new Event(LawDesk.stamp(id, step), clearance, kind, terms, step.reason()), act);
            desk.changed(step);
        }
        return obstacles;
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case PROPOSED -> "proposed";
            case ISSUED -> "issued";
            case WITHDRAWN -> "withdrawn";
        };
    }

    private static List<Obstacle> obstacles(List<Unmet> unmet) {
        return unmet.stream().map(Unmet::obstacle).toList();
    }
}
