package org.nostos.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who was shown a person, when, how and for what purpose. Asking is not an act: it shows nothing of
/// the person. Thread-safe.
@Service
@Transactional(readOnly = true)
public class WhoWasTold {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int ALL = 100_000;

    private final PersonReads reads;

    public WhoWasTold(PersonReads reads) {
        this.reads = reads;
    }

    /// Everyone who was shown somebody known under these persons from `from` until before `until`.
    public List<PersonRead> between(Collection<UUID> persons, Instant from, Instant until) {
        return reads.of(persons, from, until, ALL);
    }

    /// The readings of the last seven days.
    public List<PersonRead> thisWeek(Collection<UUID> persons) {
        Instant now = Instant.now();
        return reads.of(persons, now.minus(WEEK), now.plusSeconds(60), ALL);
    }
}
