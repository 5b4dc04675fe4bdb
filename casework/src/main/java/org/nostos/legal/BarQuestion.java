package org.nostos.legal;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.legal.BarLine.Waits;

/// Which bars of the board are asked for, in which order; bars alike in it come by who waits longest.
///
/// @param persons only those of one of these; null for everybody
public record BarQuestion(
        Waits waits,
        @Nullable StateCode destination,
        @Nullable Ground ground,
        @Nullable Set<UUID> persons,
        Order order,
        boolean down) {

    /// In which order the board comes.
    public enum Order {
        SINCE,
        PERSON,
        DESTINATION,
        GROUND,
        STATE
    }

    /// Whether everything that waits so is asked for, in whatever order.
    public boolean isWhole() {
        return destination == null && ground == null && persons == null;
    }

    /// Everything that waits so, who waits longest first.
    public static BarQuestion all(Waits waits) {
        return new BarQuestion(waits, null, null, null, Order.SINCE, false);
    }
}
