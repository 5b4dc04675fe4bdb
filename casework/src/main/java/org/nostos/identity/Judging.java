package org.nostos.identity;

import java.util.List;
import java.util.UUID;
import org.nostos.basics.Obstacle;

/// What came of judging a pair, or of taking a judgement back.
public sealed interface Judging {

    /// It stands in the journal. `now` is where the pair stands with it.
    record Done(UUID judgement, PairStanding now) implements Judging {}

    /// Nothing was written.
    record Refused(List<Obstacle> obstacles) implements Judging {
        public Refused {
            obstacles = List.copyOf(obstacles);
        }
    }

    /// Others settled the pair meanwhile. Nothing was written.
    record Changed(PairStanding now) implements Judging {}

    static Judging refused(String code, String... arguments) {
        return new Refused(List.of(Obstacle.of(code, arguments)));
    }
}
