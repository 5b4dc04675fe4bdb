package org.nostos.identity;

import java.util.List;
import java.util.UUID;
import org.nostos.basics.Obstacle;

/// What came of judging a group, or of taking that back.
public sealed interface GroupJudging {

    /// It stands in the journal: one hand on so many pairs, by which so many are confirmed now.
    record Done(UUID group, int pairs, int confirmed) implements GroupJudging {}

    /// Nothing was written.
    record Refused(List<Obstacle> obstacles) implements GroupJudging {
        public Refused {
            obstacles = List.copyOf(obstacles);
        }
    }

    /// The group is not what the reviewer was shown. Nothing was written.
    record Changed() implements GroupJudging {}

    static GroupJudging refused(String code, String... arguments) {
        return new Refused(List.of(Obstacle.of(code, arguments)));
    }
}
