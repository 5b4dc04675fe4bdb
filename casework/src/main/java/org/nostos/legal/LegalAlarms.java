package org.nostos.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.Unmet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody must act on, though it blocks nothing: a death sentence, a review that is due.
/// Thread-safe.
@Service
@Transactional(readOnly = true)
public class LegalAlarms {

    private final Reviews reviews;

    LegalAlarms(Reviews reviews) {
        this.reviews = reviews;
    }

    /// The alarms and clocks of one person. A clock's line carries its day, passed or to come.
    public List<Unmet> of(Collection<UUID> persons, AsOf asOf) {
        return of(reviews.of(persons), reviews.proceedings(persons), asOf);
    }

    /// The same of what was read before. Pure.
    public static List<Unmet> of(LawFile known, AsOf asOf) {
        return of(known.reviews(), known.proceedings(), asOf);
    }

    private static List<Unmet> of(
            List<ReviewEvent> reviewed, List<Proceeding.Event> tried, AsOf asOf) {
        List<Unmet> lines = new ArrayList<>();
        Proceeding.of(tried, asOf).stream()
                .filter(Proceeding::deathSentence)
                .findFirst()
                .ifPresent(_ -> lines.add(Unmet.of(LegalRule.DEATH_SENTENCE)));
        nextReview(reviewed, asOf)
                .ifPresent(
                        day -> lines.add(Unmet.of(LegalRule.NEXT_REVIEW, day.toString()).by(day)));
        return lines;
    }

    /// When the next review of somebody is due, once one was decided and did not let them go.
    public Optional<LocalDate> nextReview(Collection<UUID> persons, AsOf asOf) {
        return nextReview(reviews.of(persons), asOf);
    }

    private static Optional<LocalDate> nextReview(List<ReviewEvent> reviewed, AsOf asOf) {
        return Review.of(reviewed, asOf).stream()
                .findFirst()
                .map(Review::nextDue)
                .flatMap(day -> day);
    }
}
