package org.nostos.identity;

import java.util.List;
import java.util.UUID;
import org.nostos.basics.Obstacle;

/// What came of a step with a batch.
public sealed interface BatchStep {

    /// It stands in the journal. `pairs` are those frozen, drawn, confirmed or taken back by it.
    record Done(UUID batch, int pairs) implements BatchStep {}

    /// Nothing was written.
    record Refused(List<Obstacle> obstacles) implements BatchStep {
        public Refused {
            obstacles = List.copyOf(obstacles);
        }
    }

    static BatchStep refused(String code, String... arguments) {
        return new Refused(List.of(Obstacle.of(code, arguments)));
    }
}
