package org.nostos.figures.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Amount;
import org.nostos.figures.Unit;

/// A number as it was read: from its hedge at token `from`, its digits or words from `core`, to before
/// token `to`. `unit` is set when the number brings its own: money, a percentage, a share.
record ReadNumber(
        int from, int core, int to, Amount amount, @Nullable Unit unit, boolean inDigits) {

    boolean atLeastTwo() {
        return amount.said().compareTo(BigDecimal.ONE) > 0;
    }
}
