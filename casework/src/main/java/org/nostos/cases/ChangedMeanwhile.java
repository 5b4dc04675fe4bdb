package org.nostos.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.nostos.registry.Person;
import org.nostos.registry.WhoIsOne;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says to whoever comes second what was done to the case since they opened its page. Thread-safe.
@Service
@Transactional(readOnly = true)
public class ChangedMeanwhile {

    private static final int MOST = 20;
    private static final Duration LONGEST_AGO = Duration.ofDays(7);

    private final CaseChanges changes;
    private final WhoIsOne whoIsOne;
    private final Clock clock = Clock.systemUTC();

    ChangedMeanwhile(CaseChanges changes, WhoIsOne whoIsOne) {
        this.changes = changes;
        this.whoIsOne = whoIsOne;
    }

    /// What was done since to the person's case, or to the note or assurance that has this id: a week
    /// back at most, the latest first.
    public List<CaseChanges.Change> since(UUID id, Instant shown) {
        List<UUID> ids = new ArrayList<>(whoIsOne.with(id).stream().map(Person::id).toList());
        if (ids.isEmpty()) {
            ids.add(id);
        }
        Instant earliest = clock.instant().minus(LONGEST_AGO);
        return changes.since(ids, shown.isBefore(earliest) ? earliest : shown, MOST);
    }
}
