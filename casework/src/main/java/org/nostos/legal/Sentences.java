package org.nostos.legal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nostos.basics.AsOf;
import org.nostos.basics.Unmet;

/// What follows from how much of a prison sentence is left.
final class Sentences {

    private Sentences() {}

    /// What keeps somebody from serving their sentence in another state.
    static Optional<Unmet> againstTransfer(LawFile known, AsOf asOf) {
        List<PrisonTerm> terms =
                Proceeding.of(known.proceedings(), asOf).stream()
                        .filter(Proceeding::imprisonsForGood)
                        .map(one -> one.running().orElse(PrisonTerm.UNKNOWN))
                        .toList();
        if (terms.isEmpty()) {
            return Optional.of(Unmet.of(LegalRule.SENTENCE_FINAL));
        }
        if (terms.stream().anyMatch(term -> term.leavesEnough(asOf.on()))) {
            return Optional.empty();
        }
        return Optional.of(
                terms.stream().allMatch(PrisonTerm::isKnown)
                        ? Unmet.of(LegalRule.SENTENCE_LEFT, lastEnd(terms))
                        : Unmet.of(LegalRule.SENTENCE_LENGTH));
    }

    /// That every prison sentence of somebody has ended, whatever may have been credited, and that no open charge and
    /// no sentence to death may be what holds them.
    static Optional<Unmet> heldBeyond(LawFile known, AsOf asOf) {
        List<Proceeding> all = Proceeding.of(known.proceedings(), asOf);
        List<PrisonTerm> terms = all.stream().flatMap(one -> one.running().stream()).toList();
        boolean ended =
                !terms.isEmpty()
                        && all.stream().noneMatch(Sentences::mayHoldOtherwise)
                        && terms.stream()
                                .map(PrisonTerm::latestEnd)
                                .allMatch(end -> end != null && end.isBefore(asOf.on()));
        return ended
                ? Optional.of(Unmet.of(LegalRule.SENTENCE_SERVED, lastEnd(terms)))
                : Optional.empty();
    }

    private static boolean mayHoldOtherwise(Proceeding one) {
        return switch (one.state()) {
            case CHARGED, TRIED -> true;
            case APPEALED -> one.sentence() == null || one.deathSentence();
            case CONVICTED, FINAL -> one.deathSentence();
            case INVESTIGATED, ACQUITTED, DISCONTINUED, CARRIED_OUT -> false;
        };
    }

    private static String lastEnd(List<PrisonTerm> terms) {
        return terms.stream()
                .map(PrisonTerm::latestEnd)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(LocalDate::toString)
                .orElse("");
    }
}
