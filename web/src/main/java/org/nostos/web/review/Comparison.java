package org.nostos.web.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.identity.ProposalFile;
import org.nostos.linkage.Evidence;
import org.nostos.linkage.Explanation;
import org.nostos.web.Values;

/// Two records field by field, in the order of the fields, each with its step of the waterfall.
public record Comparison(
        List<EvidenceRow> rows, @Nullable Fall start, @Nullable Fall sum, @Nullable Kin kin) {

    private static final Set<FieldRole> SHARED_BY_KIN =
            EnumSet.of(
                    FieldRole.FATHER_NAME,
                    FieldRole.GRANDFATHER_NAME,
                    FieldRole.FAMILY_NAME,
                    FieldRole.MOTHER_NAME,
                    FieldRole.BIRTH_PLACE);

    /// What a brother or a sister would share: its bits, all bits in favour, and how many of 100 such
    /// pairs would be one person without it.
    public record Kin(double bits, double inFavour, double of100) {}

    static Comparison of(ProposalFile file, Values values) {
        EvidenceRows rows = new EvidenceRows(file, values);
        Explanation explained = file.explanation().orElse(null);
        if (explained == null) {
            return new Comparison(rows.unexplained(), null, null, null);
        }
        List<Evidence> evidence =
                explained.evidence().stream()
                        .sorted(Comparator.comparing(Comparison::role))
                        .toList();
        Fall.Scale scale = scale(explained.priorWeight(), evidence);
        return new Comparison(
                rows.explained(explained.priorWeight(), evidence, scale),
                scale.start(explained.priorWeight()),
                scale.step(0, explained.weight()),
                kin(explained));
    }

    static FieldRole role(Evidence evidence) {
        return evidence.roles().isEmpty() ? FieldRole.FULL_NAME : evidence.roles().getFirst();
    }

    private static Fall.Scale scale(double prior, List<Evidence> evidence) {
        List<Double> sums = new ArrayList<>();
        double sum = prior;
        sums.add(sum);
        for (Evidence one : evidence) {
            sum += one.weight();
            sums.add(sum);
        }
        return Fall.Scale.over(sums.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static @Nullable Kin kin(Explanation explained) {
        double kin = 0;
        double inFavour = 0;
        for (Evidence evidence : explained.evidence()) {
            if (evidence.weight() > 0) {
                inFavour += evidence.weight();
                kin += SHARED_BY_KIN.contains(role(evidence)) ? evidence.weight() : 0;
            }
        }
        double odds = Math.pow(2, explained.weight() - kin);
        return kin < 0.5 ? null : new Kin(kin, inFavour, 100 * odds / (1 + odds));
    }
}
