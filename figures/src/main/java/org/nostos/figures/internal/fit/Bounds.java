package org.nostos.figures.internal.fit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Amount;

/// How far an amount may reach when it is compared: a hedge of about reaches [#HEDGE] to either side, and
/// nothing is known above "at least". A null `most` has no end.
public record Bounds(BigDecimal least, @Nullable BigDecimal most) {

    /// The one tolerance. Who says "about" rounds to the second digit at the coarsest, and that moves a
    /// number by a twentieth at most: 10,500 is "about 10,000", and 11,000 would have been said as 11,000.
    /// A wider one would hide a step from 18,000 to about 20,000.
    public static final BigDecimal HEDGE = new BigDecimal("0.05");

    public static Bounds of(Amount amount) {
        return switch (amount.qualifier()) {
            case ABOUT -> {
                BigDecimal slack = amount.low().multiply(HEDGE);
                yield new Bounds(amount.low().subtract(slack), amount.low().add(slack));
            }
            case EXACT, AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, RANGE, VAGUE ->
                    new Bounds(amount.low(), amount.high());
        };
    }

    public Bounds plus(Bounds other) {
        return new Bounds(
                least.add(other.least),
                most == null || other.most == null ? null : most.add(other.most));
    }

    public boolean meets(Bounds other) {
        return (most == null || most.compareTo(other.least) >= 0)
                && (other.most == null || other.most.compareTo(least) >= 0);
    }

    /// Whether all of it lies above all of the other.
    public boolean isAbove(Bounds other) {
        return other.most != null && least.compareTo(other.most) > 0;
    }

    /// An amount in signs: ≈450, ≥2, >40, ≤500, 400–500.
    public static String signs(Amount amount) {
        String said = number(amount.said());
        return switch (amount.qualifier()) {
            case EXACT -> said;
            case ABOUT -> "≈" + said;
            case AT_LEAST, VAGUE -> "≥" + said;
            case MORE_THAN -> ">" + said;
            case AT_MOST -> "≤" + said;
            case LESS_THAN -> "<" + said;
            case RANGE -> said + "–" + number(amount.high() == null ? amount.low() : amount.high());
        };
    }

    public static String number(BigDecimal number) {
        String digits = number.stripTrailingZeros().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder grouped = new StringBuilder(digits);
        for (int i = whole - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }
}
