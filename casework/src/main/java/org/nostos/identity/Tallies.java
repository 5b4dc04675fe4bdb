package org.nostos.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Countings over the records that the caller may see. Every method needs a running transaction.
///
/// A record counts from the day for which its list speaks (`held`), once it was accepted (`known`).
public interface Tallies {

    /// A version of a list that was accepted, and its records that count.
    record ListTally(UUID list, String title, LocalDate accepted, long records, long matched) {}

    /// People of one sex and age; without an age the band is null.
    record AgeTally(Overview.@Nullable AgeBand band, String sex, long people) {}

    /// People of whom the lists say this, as written; null where they say nothing.
    record NationalityTally(@Nullable String written, long people) {}

    /// Changes whenever any number of now may have changed.
    String mark();

    /// The records that count, by id.
    Set<UUID> counted(LocalDate held, Instant known);

    /// The lists with how many of their records are among those matched.
    List<ListTally> lists(LocalDate held, Instant known, Collection<UUID> matched);

    /// People by sex and age on the day held, `besides` those records that another one stands for.
    List<AgeTally> ages(LocalDate held, Instant known, Collection<UUID> besides);

    /// People by the first nationality given, `besides` those records that another one stands for.
    List<NationalityTally> nationalities(LocalDate held, Instant known, Collection<UUID> besides);

    /// What waits now.
    Overview.Waiting waiting();
}
