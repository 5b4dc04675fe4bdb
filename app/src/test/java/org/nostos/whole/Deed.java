package org.nostos.whole;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.parties.Caller;

/// Something that can be done in a case, and whose work it usually is.
record Deed(String name, List<Caller> usual, Made made) {

    /// Reads what a page would show, and gives what is then done; nothing where the page has no such form.
    interface Made {
        @Nullable Supplier<List<Obstacle>> of(Play play, Step step);
    }

    /// Half of the time somebody whose work it is, half of the time anybody.
    Caller who(Cast cast, Step step) {
        return step.who() % 2 == 0
                ? step.of(usual, step.who() / 2)
                : step.of(cast.everybody, step.who() / 2);
    }
}
