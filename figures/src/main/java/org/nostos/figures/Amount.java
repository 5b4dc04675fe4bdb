package org.nostos.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How many, as it was said: from `low` to `high`, both included; no `high` means no upper end was said.
///
/// What was said and no more: "about 450" is 450 to 450 with its hedge. How far a hedge reaches is
/// a question for whoever compares.
public record Amount(BigDecimal low, @Nullable BigDecimal high, Qualifier qualifier) {

    public Amount {
        if (low.signum() < 0 || (high != null && high.compareTo(low) < 0)) {
            throw new IllegalArgumentException("not a count: " + low + " to " + high);
        }
        if (!fits(low, high, qualifier)) {
            throw new IllegalArgumentException(
                    qualifier.word() + " does not go with " + low + " to " + high);
        }
    }

    private static boolean fits(BigDecimal low, @Nullable BigDecimal high, Qualifier qualifier) {
        return switch (qualifier) {
            case EXACT, ABOUT -> high != null && low.compareTo(high) == 0;
            case AT_LEAST, MORE_THAN, VAGUE -> high == null;
            case AT_MOST, LESS_THAN -> high != null && low.signum() == 0;
            case RANGE -> high != null;
        };
    }

    /// A number with its hedge. For `RANGE` use [#range].
    public static Amount of(BigDecimal number, Qualifier qualifier) {
        return switch (qualifier) {
            case EXACT, ABOUT, RANGE -> new Amount(number, number, qualifier);
            case AT_LEAST, MORE_THAN, VAGUE -> new Amount(number, null, qualifier);
            case AT_MOST, LESS_THAN -> new Amount(BigDecimal.ZERO, number, qualifier);
        };
    }

    public static Amount exactly(long number) {
        return of(BigDecimal.valueOf(number), Qualifier.EXACT);
    }

    public static Amount of(long number, Qualifier qualifier) {
        return of(BigDecimal.valueOf(number), qualifier);
    }

    public static Amount range(BigDecimal low, BigDecimal high) {
        return new Amount(low, high, Qualifier.RANGE);
    }

    /// The number that was said; the lower one of a range.
    public BigDecimal said() {
        return switch (qualifier) {
            case AT_MOST, LESS_THAN -> high == null ? low : high;
            case EXACT, ABOUT, AT_LEAST, MORE_THAN, RANGE, VAGUE -> low;
        };
    }

    /// Whether both mean the same number, hedged or not. 450.0 is 450.
    public boolean sameNumber(Amount other) {
        return low.compareTo(other.low) == 0
                && (high == null
                        ? other.high == null
                        : other.high != null && high.compareTo(other.high) == 0);
    }
}
