package org.nostos.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Whom the last act of searching showed in each session, so that typing on is not an act for every
/// letter: whoever is shown a second time within the same question was read once. Thread-safe.
@Component
public class ShownLately {

    /// A question that rested so long is a new one.
    private static final Duration RESTS = Duration.ofMinutes(2);

    private static final int MOST_SESSIONS = 10_000;

    private final Map<UUID, Shown> bySession = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    private record Shown(String asked, Set<UUID> persons, Instant at) {}

    /// Whether the session's last act showed all of these, for a question that this one goes on from.
    public boolean covers(UUID session, String asked, Set<UUID> persons) {
        Shown last = bySession.get(session);
        return last != null
                && clock.instant().isBefore(last.at.plus(RESTS))
                && asked.startsWith(last.asked)
                && last.persons.containsAll(persons);
    }

    /// Notes what an act showed, once it has committed.
    public void note(UUID session, String asked, Set<UUID> persons) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        keep(session, new Shown(asked, persons, clock.instant()));
                    }
                });
    }

    private void keep(UUID session, Shown shown) {
        if (bySession.size() > MOST_SESSIONS) {
            bySession.clear();
        }
        bySession.values().removeIf(old -> old.at.plus(RESTS).isBefore(shown.at));
        bySession.put(session, shown);
    }
}
