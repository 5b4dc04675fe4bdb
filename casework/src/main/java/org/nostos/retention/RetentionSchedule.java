package org.nostos.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The schedule: proposed by an administrator, confirmed by a second person. Thread-safe.
@Service
@Transactional
public class RetentionSchedule {

    private static final int SHORTEST_GROUND = 3;
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_MONTHS = 1200;

    private final Acts acts;
    private final Rules rules;

    public RetentionSchedule(Acts acts, Rules rules) {
        this.acts = acts;
        this.rules = rules;
    }

    @Transactional(readOnly = true)
    public List<Rule> all() {
        return rules.all();
    }

    public List<Obstacle> propose(Category category, int months, String legalGround) {
        String ground = legalGround.strip();
        List<Obstacle> found = new ArrayList<>();
        if (months < 1 || months > MOST_MONTHS) {
            found.add(Obstacle.of("obstacle.retention.months"));
        }
        if (ground.length() < SHORTEST_GROUND || ground.length() > LONGEST_TEXT) {
            found.add(Obstacle.of("obstacle.retention.ground"));
        }
        if (!found.isEmpty()) {
            return found;
        }
        UUID id = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of(
                                "retention.rule-proposed",
                                Purpose.ADMINISTRATION,
                                Map.of(
                                        "rule", id,
                                        "category", category.name(),
                                        "months", months,
                                        "ground", ground)));
        rules.propose(id, category, months, ground, act);
        return List.of();
    }

    public List<Obstacle> confirm(UUID id) {
        Rule rule = rules.byId(id).orElseThrow(NoSuchElementException::new);
        if (!rule.waits()) {
            return List.of(Obstacle.of("obstacle.retention.settled"));
        }
        if (rule.proposedBy().equals(Caller.required().account())) {
            return List.of(Obstacle.of("obstacle.retention.other-hand"));
        }
        UUID act =
                acts.record(
                        Act.of(
                                "retention.rule-confirmed",
                                Purpose.ADMINISTRATION,
                                Map.of("rule", id)));
        rules.confirm(id, act);
        return List.of();
    }
}
