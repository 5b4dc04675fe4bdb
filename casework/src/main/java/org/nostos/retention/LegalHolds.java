package org.nostos.retention;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeping what is known of a person from being erased. One reviewer places a hold; it is lifted by a
/// second reviewer who did not place it. Thread-safe.
@Service
@Transactional
public class LegalHolds {

    private static final int LONGEST_REASON = 2000;

    private final Acts acts;
    private final Holds holds;
    private final Persons persons;

    public LegalHolds(Acts acts, Holds holds, Persons persons) {
        this.acts = acts;
        this.holds = holds;
        this.persons = persons;
    }

    @Transactional(readOnly = true)
    public List<Hold> all() {
        return holds.all();
    }

    public List<Obstacle> place(String personNumber, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return List.of(Obstacle.of("obstacle.retention.reason"));
        }
        return persons.byNumber(personNumber.strip())
                .map(person -> place(person.id(), why))
                .orElseGet(() -> List.of(Obstacle.of("obstacle.retention.no-such-person")));
    }

    private List<Obstacle> place(UUID person, String why) {
        UUID id = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of(
                                        "retention.hold-placed",
                                        Purpose.CASEWORK,
                                        Map.of("hold", id, "person", person))
                                .withReason(why));
        holds.place(id, person, why, act);
        return List.of();
    }

    public List<Obstacle> lift(UUID id, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return List.of(Obstacle.of("obstacle.retention.reason"));
        }
        Hold hold = holds.byId(id).orElseThrow(NoSuchElementException::new);
        if (!hold.stands()) {
            return List.of(Obstacle.of("obstacle.retention.settled"));
        }
        Caller me = Caller.required();
        if (me.role() != Role.SECOND_REVIEWER || hold.placedBy().equals(me.account())) {
            return List.of(Obstacle.of("obstacle.retention.hold-other-hand"));
        }
        UUID act =
                acts.record(
                        Act.of("retention.hold-lifted", Purpose.CASEWORK, Map.of("hold", id))
                                .withReason(why));
        holds.lift(id, why, act);
        return List.of();
    }
}
