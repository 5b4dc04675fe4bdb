package org.nostos.registry;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Choosing which of several values letters carry. All values stay; a choice takes a reason and can
/// be taken back. Thread-safe.
@Service
@Transactional
public class Preferring {

    private static final int LONGEST_REASON = 2000;

    private final Acts acts;
    private final Records records;
    private final PreferredValues preferred;

    public Preferring(Acts acts, Records records, PreferredValues preferred) {
        this.acts = acts;
        this.records = records;
        this.preferred = preferred;
    }

    /// Prefers what this record says about the person in this role.
    public List<Obstacle> prefer(UUID person, FieldRole role, UUID record, String reason) {
        List<AcceptedRecord> found = records.byIds(List.of(record));
        if (found.isEmpty() || found.getFirst().first(role) == null) {
            return List.of(Obstacle.of("obstacle.registry.value-not-said"));
        }
        return choose("registry.preferred", person, role, record, reason);
    }

    /// Takes the choice in this role back: none is preferred then.
    public List<Obstacle> takeBack(UUID person, FieldRole role, String reason) {
        return choose("registry.preference-taken-back", person, role, null, reason);
    }

    private List<Obstacle> choose(
            String kind, UUID person, FieldRole role, @Nullable UUID record, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return List.of(Obstacle.of("obstacle.registry.reason"));
        }
        Role mine = Caller.required().role();
        if (mine != Role.IDENTITY_REVIEWER && mine != Role.SECOND_REVIEWER) {
            return List.of(Obstacle.of("obstacle.registry.reviewers-prefer"));
        }
        Map<String, ?> detail = Map.of("person", person, "role", role.key());
        UUID act = acts.record(Act.of(kind, Purpose.IDENTITY_REVIEW, detail).withReason(why));
        preferred.add(person, role, record, why, act);
        return List.of();
    }
}
