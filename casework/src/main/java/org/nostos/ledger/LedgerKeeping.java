package org.nostos.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.figures.Figure;
import org.nostos.figures.Stage;
import org.nostos.figures.Stage.Step;
import org.nostos.ledger.internal.LackingWords;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Entering figures and bringing them into the published ledger: entered, sourced, reviewed by somebody
/// else, published; corrected by another figure or taken back with a reason, and never removed.
/// Thread-safe.
@Service
@Transactional
public class LedgerKeeping {

    private final Acts acts;
    private final LedgerEntries entries;
    private final FindingKeeping findings;

    LedgerKeeping(Acts acts, LedgerEntries entries, FindingKeeping findings) {
        this.acts = acts;
        this.entries = entries;
        this.findings = findings;
    }

    /// Enters a figure; with a source, it is sourced in the same act.
    public List<Obstacle> enter(Figure figure, @Nullable FigureSource source) {
        return enter(figure, source, null, null);
    }

    private List<Obstacle> enter(
            Figure figure,
            @Nullable FigureSource source,
            @Nullable UUID replaces,
            @Nullable String reason) {
        List<Obstacle> obstacles = new ArrayList<>(notAnAnalyst());
        obstacles.addAll(LackingWords.of(figure));
        if (source != null) {
            obstacles.addAll(LackingWords.of(source));
        }
        UUID whole = figure.partOf();
        if (whole != null && entries.byId(whole).isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.ledger.part"));
        }
        if (obstacles.isEmpty()) {
            UUID act = act("ledger.entered", figure.id(), reason);
            entries.add(figure, replaces, act);
            entries.step(figure.id(), Stage.ENTERED, null, null, reason, act);
            if (source != null) {
                entries.step(figure.id(), Stage.SOURCED, source, null, null, act);
            }
        }
        return obstacles;
    }

    /// Says where the figure can be read.
    public List<Obstacle> source(UUID id, FigureSource source) {
        List<Obstacle> obstacles = new ArrayList<>(against(id, Step.SOURCE));
        obstacles.addAll(LackingWords.of(source));
        if (obstacles.isEmpty()) {
            UUID act = act("ledger.sourced", id, null);
            entries.step(id, Stage.SOURCED, source, null, null, act);
        }
        return obstacles;
    }

    /// Says that the figure stands in its source as it was entered.
    public List<Obstacle> review(UUID id) {
        List<Obstacle> obstacles = against(id, Step.REVIEW);
        if (obstacles.isEmpty()) {
            entries.step(id, Stage.REVIEWED, null, null, null, act("ledger.reviewed", id, null));
        }
        return obstacles;
    }

    /// Publishes the figure. What it was entered in place of is corrected by it.
    public List<Obstacle> publish(UUID id) {
        List<Obstacle> obstacles = against(id, Step.PUBLISH);
        if (obstacles.isEmpty()) {
            UUID act = act("ledger.published", id, null);
            entries.step(id, Stage.PUBLISHED, null, null, null, act);
            LedgerEntry entry = entries.byId(id).orElseThrow();
            UUID old = entry.replaces();
            if (old != null) {
                corrected(old, id, act);
            }
            findings.changed(old == null ? List.of(id) : List.of(id, old));
        }
        return obstacles;
    }

    private void corrected(UUID old, UUID by, UUID act) {
        entries.turn(old);
        Stage stands = entries.byId(old).orElseThrow().stage();
        if (stands.open().contains(Step.CORRECT)) {
            String reason =
                    entries.events(by).stream()
                            .map(LedgerEvent::reason)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElseThrow();
            entries.step(old, Stage.CORRECTED, null, by, reason, act);
        }
    }

    /// Enters a figure in the place of another. A published one stays until its correction is published.
    public List<Obstacle> correct(
            UUID old, Figure figure, @Nullable FigureSource source, String reason) {
        List<Obstacle> obstacles = new ArrayList<>(against(old, Step.CORRECT));
        obstacles.addAll(LackingWords.reason(reason));
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        LedgerEntry before = entries.byId(old).orElseThrow();
        FigureSource where = source == null ? before.source() : source;
        obstacles.addAll(enter(figure, where, old, reason.strip()));
        if (obstacles.isEmpty() && before.stage() != Stage.PUBLISHED) {
            UUID act = act("ledger.corrected", old, reason);
            entries.step(old, Stage.CORRECTED, null, figure.id(), reason.strip(), act);
        }
        return obstacles;
    }

    /// Takes a figure back. It stays readable with the reason.
    public List<Obstacle> retract(UUID id, String reason) {
        List<Obstacle> obstacles = new ArrayList<>(against(id, Step.RETRACT));
        obstacles.addAll(LackingWords.reason(reason));
        if (obstacles.isEmpty()) {
            UUID act = act("ledger.retracted", id, reason);
            entries.step(id, Stage.RETRACTED, null, null, reason.strip(), act);
            findings.changed(List.of(id));
        }
        return obstacles;
    }

    private List<Obstacle> against(UUID id, Step step) {
        List<Obstacle> obstacles = new ArrayList<>(notAnAnalyst());
        entries.turn(id);
        Optional<LedgerEntry> entry = entries.byId(id);
        if (entry.isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.ledger.no-figure"));
            return obstacles;
        }
        UUID me = Caller.required().account();
        boolean mine =
                entries.events(id).stream()
                        .filter(e -> e.stage() == Stage.ENTERED || e.stage() == Stage.SOURCED)
                        .anyMatch(e -> e.account().equals(me));
        entry.get().stage().whyNot(step, mine).ifPresent(obstacles::add);
        return obstacles;
    }

    private static List<Obstacle> notAnAnalyst() {
        return Caller.required().role() == Role.ANALYST
                ? List.of()
                : List.of(Obstacle.of("obstacle.ledger.role"));
    }

    private UUID act(String kind, UUID figure, @Nullable String reason) {
        return acts.record(
                Act.of(kind, Purpose.ANALYSIS, Map.of("figure", figure)).withReason(reason));
    }
}
