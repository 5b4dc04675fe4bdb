package org.nostos.retention;

import java.util.ArrayList;
import java.util.List;
import org.nostos.basics.Obstacle;
import org.nostos.parties.Setup;
import org.nostos.parties.Setups;
import org.springframework.stereotype.Service;

/// What has to be there before the house may work with real people: all that is missing at once, each
/// with its cure. Thread-safe.
@Service
public class ReadyForProduction {

    private static final int DECIDERS = 2;

    private final Setups setups;

    public ReadyForProduction(Setups setups) {
        this.setups = setups;
    }

    /// Everything that is missing; nothing when the house may be opened.
    ///
    /// @param secondFactor whether whoever decides gets in with a second factor alone
    public List<Obstacle> missing(boolean secondFactor) {
        Setup setup = setups.now();
        List<Obstacle> missing = new ArrayList<>();
        if (!setup.controller()) {
            missing.add(Obstacle.of("obstacle.production.controller"));
        }
        for (Category category : Category.values()) {
            if (!setup.rules().contains(category.name())) {
                missing.add(Obstacle.of("obstacle.production.retention." + category.name()));
            }
        }
        if (setup.deciders() < DECIDERS || setup.secondReviewers() < 1) {
            missing.add(
                    Obstacle.of(
                            "obstacle.production.approvers",
                            Long.toString(setup.deciders()),
                            Long.toString(setup.secondReviewers())));
        }
        if (!secondFactor) {
            missing.add(Obstacle.of("obstacle.production.second-factor"));
        }
        return missing;
    }

    /// Whether an independent body of review is named. Without one no bar can be lifted.
    public boolean hasReviewBody() {
        return setups.now().reviewBody();
    }
}
