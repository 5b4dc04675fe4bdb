package org.nostos.custody;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.registry.Person;

/// When somebody last looked at whether a person has to be held, and when it is looked at again: the
/// room that keeps reviews has a bean of this.
public interface ReviewDays {

    /// The days of a review.
    ///
    /// @param next the day that it set for the next one, or null. While there is one, the room of reviews
    ///     keeps the clock.
    record Days(LocalDate last, @Nullable LocalDate next) {}

    /// The last review of the person known under these ids.
    Optional<Days> of(Collection<UUID> persons, AsOf asOf);

    /// The same of many people by the leader, each as the persons who are one, read at once.
    Map<UUID, Days> ofEach(Collection<List<Person>> people, AsOf asOf);
}
