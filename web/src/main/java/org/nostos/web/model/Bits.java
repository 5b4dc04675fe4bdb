package org.nostos.web.model;

import java.util.Locale;

/// A weight in bits, and the bar that shows it: from the line of even odds, to the end for one person,
/// to the start against.
public record Bits(double weight, double most) {

    /// `for`, `against`, or `none` where it says nothing.
    public String is() {
        if (Math.abs(weight) < 0.05) {
            return "none";
        }
        return weight > 0 ? "for" : "against";
    }

    /// `+5.6`, with a real minus sign.
    public String text() {
        String number = String.format(Locale.ENGLISH, "%.1f", Math.abs(weight));
        if (number.equals("0.0")) {
            return number;
        }
        return (weight > 0 ? "+" : "\u2212") + number;
    }

    public String style() {
        double end = 50 + 50 * Math.clamp(weight / most, -1, 1);
        return String.format(
                Locale.ROOT,
                "--from:%.1f%%;--to:%.1f%%;--even:50%%",
                Math.min(50, end),
                Math.max(50, end));
    }
}
