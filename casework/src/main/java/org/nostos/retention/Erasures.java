package org.nostos.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Erasures asked for and carried out. Every method needs a running transaction.
public interface Erasures {

    /// What the second hand erased, by random ids.
    record Gone(Set<UUID> persons, Set<UUID> records) {
        public Gone {
            persons = Set.copyOf(persons);
            records = Set.copyOf(records);
        }
    }

    /// Those that wait first, then the latest.
    List<Erasure> latest(int most);

    Optional<Erasure> byId(UUID id);

    /// What is due under the rule in force, the oldest first, as far as the caller may know.
    List<Due> due(Category category, int most);

    void ask(
            UUID id,
            Category category,
            @Nullable UUID subject,
            @Nullable Instant before,
            @Nullable UUID rule,
            String legalGround,
            String reason,
            UUID act);

    void refuse(UUID id, String reason, UUID act);

    /// Whether a legal hold keeps what it would take.
    boolean isHeld(UUID id);

    /// Erases, whole or not at all.
    Gone carryOut(UUID id, UUID act);

    /// All that was erased so far, a line each: what, its random id, a time or nothing, the ground, when.
    List<String> lines();

    /// Which of these persons were erased.
    Map<UUID, ErasedMark> marks(Collection<UUID> persons);
}
