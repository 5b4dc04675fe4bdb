package org.nostos.costs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.costs.CostLine.Claim;
import org.nostos.costs.CostLine.Of;
import org.nostos.costs.CostLine.State;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeping what it costs. Thread-safe.
@Service
@Transactional
public class CostKeeping {

    private static final int MOST = 100_000;
    private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");

    private final Acts acts;
    private final CostLines lines;

    CostKeeping(Acts acts, CostLines lines) {
        this.acts = acts;
        this.lines = lines;
    }

    /// What was spent, and what of it is open.
    public record Sums(List<CostSum> byDebtor, List<CostSum> byFacility) {
        public Sums {
            byDebtor = List.copyOf(byDebtor);
            byFacility = List.copyOf(byFacility);
        }
    }

    /// Lines, the latest first.
    public List<CostLine> page(int offset, int most) {
        List<CostLine> found = lines.page(offset, Math.min(most, MOST));
        read(found);
        return found;
    }

    @Transactional(readOnly = true)
    public long count() {
        return lines.count();
    }

    @Transactional(readOnly = true)
    public Sums sums() {
        return new Sums(lines.byDebtor(), lines.byFacility());
    }

    /// Gives every line, and takes those that come back for read.
    public List<CostLine> read(UnaryOperator<List<CostLine>> shown) {
        List<CostLine> chosen = shown.apply(lines.page(0, MOST));
        read(chosen);
        return chosen;
    }

    private void read(List<CostLine> shown) {
        List<UUID> persons =
                shown.stream()
                        .filter(line -> line.of() == Of.PERSON)
                        .map(CostLine::subject)
                        .distinct()
                        .toList();
        if (!persons.isEmpty()) {
            acts.record(Act.of("costs.read", Purpose.CASEWORK, Map.of("persons", persons)));
        }
    }

    /// Records what something cost; `name` is the person's number, the facility's name or the note's
    /// number.
    public List<Obstacle> record(Of of, String name, Claim claim) {
        List<Obstacle> obstacles = new ArrayList<>(lacking(claim));
        if (Caller.required().role() != Role.CASE_OFFICER) {
            obstacles.add(Obstacle.of("obstacle.legal.role"));
        }
        Optional<UUID> subject = lines.subject(of, name.strip());
        if (subject.isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.costs.subject"));
        }
        if (obstacles.isEmpty()) {
            UUID id = UUID.randomUUID();
            UUID act = acts.record(Act.of("costs.recorded", Purpose.CASEWORK, Map.of("line", id)));
            lines.add(id, of, subject.orElseThrow(), claim, act);
        }
        return obstacles;
    }

    private static List<Obstacle> lacking(Claim claim) {
        List<Obstacle> lacking = new ArrayList<>();
        if (missing(claim.what(), 300)) {
            lacking.add(Obstacle.of("obstacle.costs.what"));
        }
        if (claim.amount().signum() <= 0
                || claim.amount().scale() > 2
                || claim.amount().compareTo(LARGEST) > 0
                || !claim.currency().matches("[A-Z]{3}")) {
            lacking.add(Obstacle.of("obstacle.costs.amount"));
        }
        if (missing(claim.claimant(), 200) || missing(claim.debtor(), 200)) {
            lacking.add(Obstacle.of("obstacle.costs.who"));
        }
        if (missing(claim.source(), 500)) {
            lacking.add(Obstacle.of("obstacle.costs.source"));
        }
        if (claim.on().isAfter(LocalDate.now(ZoneOffset.UTC))) {
            lacking.add(Obstacle.of("obstacle.legal.day-to-come"));
        }
        return lacking;
    }

    /// Records what became of a line.
    public List<Obstacle> step(UUID line, State to, LocalDate on, String source) {
        lines.turn(line);
        Optional<CostLine> found = lines.byId(line);
        List<Obstacle> obstacles = new ArrayList<>();
        if (found.isEmpty() || !found.get().state().next().contains(to)) {
            obstacles.add(Obstacle.of("obstacle.legal.step"));
        }
        if (missing(source.strip(), 500)) {
            obstacles.add(Obstacle.of("obstacle.costs.source"));
        }
        if (on.isAfter(LocalDate.now(ZoneOffset.UTC))) {
            obstacles.add(Obstacle.of("obstacle.legal.day-to-come"));
        }
        if (obstacles.isEmpty()) {
            UUID act =
                    acts.record(
                            Act.of(
                                    "costs.stepped",
                                    Purpose.CASEWORK,
                                    Map.of("line", line, "to", to.name())));
            lines.step(line, to, on, source.strip(), act);
        }
        return obstacles;
    }

    private static boolean missing(String text, int longest) {
        return text.isEmpty() || text.length() > longest;
    }
}
