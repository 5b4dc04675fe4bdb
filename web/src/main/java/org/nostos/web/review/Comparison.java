package org.nostos.web.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.identity.ProposalFile;
import org.nostos.linkage.Evidence;
import org.nostos.linkage.Explanation;
import org.nostos.lists.AcceptedRecord;
import org.nostos.names.Alignment;
import org.nostos.web.Values;
import org.nostos.web.review.EvidenceRow.Side;
import org.nostos.web.review.Letters.Piece;

/// Two records field by field, each with its step of the waterfall.
public record Comparison(
        List<EvidenceRow> rows, @Nullable Fall start, @Nullable Fall sum, @Nullable Kin kin) {

    private static final Set<FieldRole> SHARED_BY_KIN =
            EnumSet.of(
                    FieldRole.FATHER_NAME,
                    FieldRole.GRANDFATHER_NAME,
                    FieldRole.FAMILY_NAME,
                    FieldRole.MOTHER_NAME,
                    FieldRole.BIRTH_PLACE);

    /// What a brother or a sister would share: its bits, all bits in favour, and one in how many
    /// pairs would be one person without it.
    public record Kin(double bits, double inFavour, double oneIn) {}

    static Comparison of(ProposalFile file, Values values) {
        List<EvidenceRow> rows = new ArrayList<>();
        Explanation explained = file.explanation().orElse(null);
        if (explained == null) {
            for (FieldRole role : rolesOf(file, EnumSet.noneOf(FieldRole.class))) {
                rows.add(row(file, role, null, null, values));
            }
            return new Comparison(rows, null, null, null);
        }
        Fall.Scale scale = scale(explained);
        Set<FieldRole> done = EnumSet.noneOf(FieldRole.class);
        double sum = explained.priorWeight();
        for (Evidence evidence : explained.evidence()) {
            FieldRole role = first(evidence);
            done.addAll(evidence.roles());
            rows.add(row(file, role, evidence, scale.step(sum, sum + evidence.weight()), values));
            sum += evidence.weight();
        }
        for (FieldRole role : rolesOf(file, done)) {
            rows.add(row(file, role, null, null, values));
        }
        return new Comparison(
                rows,
                scale.start(explained.priorWeight()),
                scale.step(0, explained.weight()),
                kin(explained));
    }

    private static FieldRole first(Evidence evidence) {
        return evidence.roles().isEmpty() ? FieldRole.FULL_NAME : evidence.roles().getFirst();
    }

    private static Fall.Scale scale(Explanation explained) {
        double[] sums = new double[explained.evidence().size() + 1];
        sums[0] = explained.priorWeight();
        for (int i = 1; i < sums.length; i++) {
            sums[i] = sums[i - 1] + explained.evidence().get(i - 1).weight();
        }
        return Fall.Scale.over(sums);
    }

    private static @Nullable Kin kin(Explanation explained) {
        double kin = 0;
        double inFavour = 0;
        for (Evidence evidence : explained.evidence()) {
            if (evidence.weight() > 0) {
                inFavour += evidence.weight();
                kin += SHARED_BY_KIN.contains(first(evidence)) ? evidence.weight() : 0;
            }
        }
        double without = Math.pow(2, explained.weight() - kin);
        return kin < 0.5 ? null : new Kin(kin, inFavour, (1 + without) / without);
    }

    private static List<FieldRole> rolesOf(ProposalFile file, Set<FieldRole> besides) {
        Map<FieldRole, Boolean> said = new EnumMap<>(FieldRole.class);
        file.left().values().keySet().forEach(role -> said.put(role, true));
        file.right().values().keySet().forEach(role -> said.put(role, true));
        return said.keySet().stream().filter(role -> !besides.contains(role)).toList();
    }

    private static EvidenceRow row(
            ProposalFile file,
            FieldRole role,
            @Nullable Evidence evidence,
            @Nullable Fall fall,
            Values values) {
        Alignment letters = letters(file, role, evidence);
        String left = file.left().first(role);
        String right = file.right().first(role);
        return new EvidenceRow(
                role,
                sides(
                        file.left(),
                        role,
                        letters == null ? null : Letters.left(letters, said(left)),
                        values),
                sides(
                        file.right(),
                        role,
                        letters == null ? null : Letters.right(letters, said(right)),
                        values),
                fall,
                evidence == null ? null : evidence.code(),
                evidence == null ? List.of() : evidence.arguments(),
                letters == null ? null : Letters.of(letters, said(left), said(right)));
    }

    private static @Nullable Alignment letters(
            ProposalFile file, FieldRole role, @Nullable Evidence evidence) {
        boolean oneEach =
                file.left().values().getOrDefault(role, List.of()).size() == 1
                        && file.right().values().getOrDefault(role, List.of()).size() == 1;
        return evidence == null || evidence.letters().isEmpty() || !oneEach
                ? null
                : evidence.letters().getFirst();
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static List<Side> sides(
            AcceptedRecord record, FieldRole role, @Nullable List<Piece> marked, Values values) {
        List<Side> sides = new ArrayList<>();
        for (String value : record.values().getOrDefault(role, List.of())) {
            List<Piece> pieces = marked == null ? List.of(new Piece(value, null)) : marked;
            sides.add(new Side(pieces, values.lang(value), values.note(record, role)));
        }
        return sides;
    }
}
