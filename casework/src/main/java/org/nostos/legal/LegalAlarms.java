package org.nostos.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.Unmet;
import org.nostos.custody.CustodyStatus;
import org.nostos.custody.CustodyTrack;
import org.nostos.legal.ReviewEvent.Outcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody must act on, though it blocks nothing: a death sentence, a hearing, a review that is
/// due, a release that nobody carried out, a sentence that ended. Thread-safe.
@Service
@Transactional(readOnly = true)
public class LegalAlarms {

    private final LegalWhyNot law;
    private final Reviews reviews;

    LegalAlarms(LegalWhyNot law, Reviews reviews) {
        this.law = law;
        this.reviews = reviews;
    }

    /// The alarms and clocks of one person. A clock's line carries its day, passed or to come.
    public List<Unmet> of(Collection<UUID> persons, AsOf asOf) {
        return of(law.read(persons), asOf);
    }

    /// The same of what was read before. Pure.
    public static List<Unmet> of(LawFile known, AsOf asOf) {
        List<Unmet> lines = new ArrayList<>();
        Proceeding.of(known.proceedings(), asOf).stream()
                .filter(Proceeding::deathSentence)
                .findFirst()
                .ifPresent(_ -> lines.add(Unmet.of(LegalRule.DEATH_SENTENCE)));
        List<Review> all = Review.of(known.reviews(), asOf);
        all.stream().findFirst().ifPresent(latest -> running(latest, lines));
        Review.lastDecided(all)
                .ifPresent(
                        review -> decided(review, CustodyTrack.of(known.custody(), asOf), lines));
        if (CustodyTrack.of(known.custody(), asOf).status().isHeld()) {
            Sentences.heldBeyond(known, asOf).ifPresent(lines::add);
        }
        lines.addAll(RehabilitationClocks.of(known, asOf));
        return lines;
    }

    private static void running(Review latest, List<Unmet> lines) {
        latest.hearing().ifPresent(day -> lines.add(clock(LegalRule.HEARING, day)));
        latest.appealUntil().ifPresent(day -> lines.add(clock(LegalRule.APPEAL_TERM, day)));
    }

    private static void decided(Review review, CustodyTrack custody, List<Unmet> lines) {
        boolean held = custody.status().isHeld();
        if (review.outcome() == Outcome.RELEASE && held) {
            lines.add(
                    Unmet.of(
                            LegalRule.RELEASE,
                            review.decidedOn().map(Object::toString).orElse("")));
        }
        if (held || custody.status() == CustodyStatus.NOT_KNOWN) {
            review.nextDue().ifPresent(day -> lines.add(clock(LegalRule.NEXT_REVIEW, day)));
        }
    }

    private static Unmet clock(LegalRule rule, LocalDate day) {
        return Unmet.of(rule, day.toString()).by(day);
    }

    /// When the next review of somebody is due, once one was decided and did not let them go.
    public Optional<LocalDate> nextReview(Collection<UUID> persons, AsOf asOf) {
        return Review.lastDecided(Review.of(reviews.of(persons), asOf)).flatMap(Review::nextDue);
    }
}
