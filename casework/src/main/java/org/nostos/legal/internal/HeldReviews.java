package org.nostos.legal.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.custody.ReviewDays;
import org.nostos.legal.Review;
import org.nostos.legal.ReviewEvent;
import org.nostos.legal.Reviews;
import org.nostos.registry.KnownAs;
import org.nostos.registry.Person;
import org.springframework.stereotype.Component;

/// Tells custody when somebody's holding was last reviewed, and when it will be again.
@Component
class HeldReviews implements ReviewDays {

    private final Reviews reviews;

    HeldReviews(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Optional<Days> of(Collection<UUID> persons, AsOf asOf) {
        return days(reviews.of(persons), asOf);
    }

    @Override
    public Map<UUID, Days> ofEach(Collection<List<Person>> people, AsOf asOf) {
        KnownAs known = new KnownAs(people);
        Map<UUID, Days> each = new HashMap<>();
        known.share(reviews.of(known.ids()), event -> event.stamp().person())
                .forEach((leader, events) ->
                        days(events, asOf).ifPresent(days -> each.put(leader, days)));
        return each;
    }

    private static Optional<Days> days(List<ReviewEvent> events, AsOf asOf) {
        Optional<Review> last = Review.lastDecided(Review.of(events, asOf));
        Optional<LocalDate> on = last.flatMap(Review::decidedOn);
        return on.map(day -> new Days(day, last.flatMap(Review::nextDue).orElse(null)));
    }
}
