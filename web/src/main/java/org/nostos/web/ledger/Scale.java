package org.nostos.web.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The two scales of the chart: days along the line, numbers up.
///
/// @param begins the number at the foot; zero unless all numbers are far from it
record Scale(LocalDate first, LocalDate last, double begins, double step, double ends) {

    static final int LEFT = 60;
    static final int RIGHT = 960;
    static final int TOP = 30;
    static final int FOOT = 330;

    private static final int LINES = 6;
    private static final int MONTHS = 14;
    private static final int QUARTERS = 40;

    static Scale of(LocalDate first, LocalDate last, double least, double most) {
        long lead = Math.max(10, ChronoUnit.DAYS.between(first, last) / 25);
        double foot = least > most * 0.6 ? least - (most - least) * 0.5 : 0;
        double step = nice(Math.max(1, most * 1.05 - foot) / LINES);
        double begins = Math.max(0, Math.floor(foot / step) * step);
        double ends = begins + Math.max(1, Math.ceil((most * 1.02 - begins) / step)) * step;
        return new Scale(first.minusDays(lead), last.plusDays(lead), begins, step, ends);
    }

    /// The next of 1, 2 and 5, and of their tens.
    private static double nice(double wanted) {
        double ten = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * ten >= wanted) {
                return factor * ten;
            }
        }
        return 10 * ten;
    }

    double x(LocalDate day) {
        double whole = Math.max(1, ChronoUnit.DAYS.between(first, last));
        return LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(first, day) / whole;
    }

    double y(double number) {
        double part = (Math.clamp(number, begins, ends) - begins) / (ends - begins);
        return FOOT - (FOOT - TOP) * part;
    }

    List<Double> lines() {
        List<Double> lines = new ArrayList<>();
        for (double at = begins; at <= ends + step / 2; at += step) {
            lines.add(at);
        }
        return lines;
    }

    /// The first day of each month, quarter or year, as many as there is room for.
    List<LocalDate> ticks() {
        long months = ChronoUnit.MONTHS.between(first, last);
        int by = months <= MONTHS ? 1 : months <= QUARTERS ? 3 : 12;
        if (months > 12 * MONTHS) {
            by = 60;
        }
        LocalDate at = first.withDayOfMonth(1);
        while (at.isBefore(first) || (at.getMonthValue() - 1) % Math.min(by, 12) != 0) {
            at = at.plusMonths(1);
        }
        List<LocalDate> ticks = new ArrayList<>();
        for (; !at.isAfter(last); at = at.plusMonths(by)) {
            ticks.add(at);
        }
        return ticks;
    }

    boolean isOfMonths() {
        return ChronoUnit.MONTHS.between(first, last) <= QUARTERS;
    }
}
