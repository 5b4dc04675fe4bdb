package org.nostos.web.review;

import java.util.Locale;

/// One step of the waterfall, as percentages of its width, and its weight in bits.
public record Fall(double from, double to, double even, double weight) {

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
        return String.format(
                Locale.ROOT, "--from:%.1f%%;--to:%.1f%%;--even:%.1f%%", from, to, even);
    }

    /// Turns sums of bits into places on the width, from the least sum to the greatest.
    public record Scale(double least, double most) {

        static Scale over(double... sums) {
            double least = 0;
            double most = 0;
            for (double sum : sums) {
                least = Math.min(least, sum);
                most = Math.max(most, sum);
            }
            return new Scale(least - 0.5, most + 0.5);
        }

        Fall step(double before, double after) {
            return new Fall(
                    place(Math.min(before, after)),
                    place(Math.max(before, after)),
                    place(0),
                    after - before);
        }

        /// A mark where the sum begins.
        Fall start(double at) {
            return new Fall(place(at) - 1, place(at), place(0), at);
        }

        private double place(double sum) {
            return Math.clamp(100 * (sum - least) / (most - least), 0, 100);
        }
    }
}
