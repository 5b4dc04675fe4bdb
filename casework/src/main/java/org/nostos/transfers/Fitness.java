package org.nostos.transfers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;

/// Whether somebody is fit to travel: a physician's conclusion, and nothing of what it rests on.
///
/// @param office where the physician works
/// @param until the last day on which it holds
public record Fitness(
        Stamp stamp,
        Conclusion conclusion,
        String physician,
        String office,
        LocalDate until,
        String source) {

    /// How long a conclusion holds at most, in days.
    public static final int LONGEST_DAYS = 3;

    public Fitness {
        physician = physician.strip();
        office = office.strip();
        source = source.strip();
    }

    /// What a physician concludes.
    public enum Conclusion {
        FIT,
        FIT_WITH_MEDICAL_ESCORT,
        UNFIT
    }

    /// Whether somebody may travel on it that day.
    public boolean holds(LocalDate on) {
        return conclusion != Conclusion.UNFIT && !stamp.on().isAfter(on) && !until.isBefore(on);
    }

    /// The latest that counts.
    public static Optional<Fitness> latest(List<Fitness> all, AsOf asOf) {
        return all.stream()
                .filter(one -> asOf.counts(one.stamp.on(), one.stamp.recordedAt()))
                .max(
                        Comparator.comparing((Fitness one) -> one.stamp.on())
                                .thenComparing(one -> one.stamp.recordedAt()));
    }
}
