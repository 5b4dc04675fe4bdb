package org.nostos.transfers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.legal.TransferClearance;
import org.nostos.legal.Will;
import org.nostos.transfers.TransferEvent.Kind;

/// What is missing before somebody leaves: a function of what the rooms say. The database refuses a
/// departure on the same grounds.
public final class Preconditions {

    /// How many days before departure a will is said again at the earliest.
    public static final int WILL_DAYS = 3;

    private Preconditions() {}

    /// What must be there first: a manifest is frozen on the one, and people leave on both.
    public enum Stage {
        FREEZE,
        DEPARTURE
    }

    /// What is missing for one of those on a transfer.
    ///
    /// @param day the day on which they are to leave
    public static List<Unmet> of(Transfer transfer, LineFacts facts, LocalDate day, Stage stage) {
        List<Unmet> unmet = new ArrayList<>(facts.identity());
        StateCode to = transfer.destination();
        if (transfer.kind() == TransferKind.REPATRIATION
                && !facts.national()
                && !facts.familyOfNational()) {
            unmet.add(Unmet.of(TransferRule.NATIONAL_OR_FAMILY, to.value()));
        }
        if (transfer.kind().crossesBorders()) {
            unmet.addAll(facts.answer());
        }
        unmet.addAll(cleared(transfer, facts, day));
        unmet.addAll(facts.family());
        unmet.addAll(facts.policy());
        if (!facts.held()) {
            unmet.add(Unmet.of(TransferRule.HELD));
        }
        if (transfer.kind().crossesBorders()) {
            unmet.addAll(documented(facts, day));
        }
        if (stage == Stage.DEPARTURE) {
            unmet.addAll(ready(transfer, facts, day));
        }
        return unmet;
    }

    private static List<Unmet> cleared(Transfer transfer, LineFacts facts, LocalDate day) {
        List<Unmet> unmet = new ArrayList<>();
        TransferClearance clearance = facts.clearance();
        if (clearance == null || !fits(clearance, transfer)) {
            unmet.add(Unmet.of(TransferRule.CLEARANCE, transfer.destination().value()));
        } else if (clearance.until().isBefore(day)) {
            unmet.add(
                    Unmet.of(
                                    TransferRule.CLEARANCE_LAPSES,
                                    clearance.until().toString(),
                                    day.toString())
                            .by(clearance.until()));
        }
        unmet.addAll(facts.law());
        return unmet;
    }

    /// Whether a clearance is for this road, this destination and every state on the way.
    public static boolean fits(TransferClearance clearance, Transfer transfer) {
        return clearance.issued() != null
                && clearance.withdrawn() == null
                && clearance.route() == transfer.route()
                && clearance.destination().equals(transfer.destination())
                && clearance.transit().containsAll(transfer.transit());
    }

    private static List<Unmet> documented(LineFacts facts, LocalDate day) {
        if (facts.documents().stream().anyMatch(one -> one.goodOn(day))) {
            return List.of();
        }
        TravelDocument best = facts.document();
        LocalDate until = best == null ? null : best.validUntil();
        return List.of(
                until == null
                        ? Unmet.of(TransferRule.DOCUMENT)
                        : Unmet.of(
                                TransferRule.DOCUMENT_EXPIRES, until.toString(), day.toString()));
    }

    /// What can be there only in the last days.
    private static List<Unmet> ready(Transfer transfer, LineFacts facts, LocalDate day) {
        List<Unmet> unmet = new ArrayList<>();
        Fitness fitness = facts.fitness();
        if (fitness == null || !fitness.holds(day)) {
            unmet.add(Unmet.of(TransferRule.FIT).by(day));
        }
        if (transfer.route().needsWill() && !reconfirmed(facts.will(), day)) {
            unmet.add(Unmet.of(TransferRule.WILL, transfer.destination().value()).by(day));
        }
        return unmet;
    }

    private static boolean reconfirmed(Will will, LocalDate day) {
        return will.state() == Will.State.RECONFIRMED
                && will.last() != null
                && !will.last().stamp().on().isBefore(day.minusDays(WILL_DAYS))
                && !will.last().stamp().on().isAfter(day);
    }

    /// What is missing for the transfer as a whole.
    public static List<Unmet> of(
            Transfer transfer,
            TransferStanding standing,
            Collection<LineFacts> lines,
            LocalDate day) {
        List<Unmet> unmet = new ArrayList<>();
        if (lines.isEmpty()) {
            unmet.add(Unmet.of(TransferRule.EMPTY));
        }
        if (standing.last(Kind.AGREED).isEmpty()) {
            unmet.add(Unmet.of(TransferRule.RECEIVER));
        }
        if (transfer.kind().crossesBorders()) {
            unmet.addAll(leave(transfer, standing, day));
        }
        unmet.addAll(company(standing, lines));
        return unmet;
    }

    private static List<Unmet> leave(Transfer transfer, TransferStanding standing, LocalDate day) {
        List<Unmet> unmet = new ArrayList<>();
        if (!standing.mayPass(Kind.EXIT_CLEARED, null, day)) {
            unmet.add(Unmet.of(TransferRule.EXIT));
        }
        transfer.transit().stream()
                .filter(state ->
                        !standing.mayPass(Kind.TRANSIT_CLEARED, state, day)
                                && !standing.mayPass(Kind.OVERFLIGHT_CLEARED, state, day))
                .forEach(state -> unmet.add(Unmet.of(TransferRule.TRANSIT, state.value())));
        return unmet;
    }

    private static List<Unmet> company(TransferStanding standing, Collection<LineFacts> lines) {
        List<Unmet> unmet = new ArrayList<>();
        boolean alone = lines.stream().anyMatch(one -> one.child() && !one.accompanied());
        if (alone && !standing.hasEscort(EscortKind.CHILD)) {
            unmet.add(Unmet.of(TransferRule.CHILD_ESCORT));
        }
        boolean ill =
                lines.stream()
                        .map(LineFacts::fitness)
                        .anyMatch(one ->
                                one != null
                                        && one.conclusion()
                                                == Fitness.Conclusion.FIT_WITH_MEDICAL_ESCORT);
        if (ill && !standing.hasEscort(EscortKind.MEDICAL)) {
            unmet.add(Unmet.of(TransferRule.MEDICAL_ESCORT));
        }
        int needed = lines.size() + standing.escorts().size();
        if (standing.seats() < needed) {
            unmet.add(
                    Unmet.of(
                            TransferRule.SEATS,
                            Integer.toString(standing.seats()),
                            Integer.toString(needed)));
        }
        return unmet;
    }
}
