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
import org.nostos.lists.AcceptedRecord;
import org.nostos.names.Alignment;
import org.nostos.web.Values;
import org.nostos.web.review.EvidenceRow.Side;
import org.nostos.web.review.Letters.Piece;

/// The rows of a comparison: what each record says of a field, and what the engine makes of it.
///
/// A name that a record gives whole is compared part by part; the parts say where they are from.
final class EvidenceRows {

    private final ProposalFile file;
    private final Values values;

    EvidenceRows(ProposalFile file, Values values) {
        this.file = file;
        this.values = values;
    }

    List<EvidenceRow> unexplained() {
        return rolesSaid(EnumSet.noneOf(FieldRole.class)).stream().map(this::uncompared).toList();
    }

    List<EvidenceRow> explained(double prior, List<Evidence> evidence, Fall.Scale scale) {
        List<EvidenceRow> rows = new ArrayList<>();
        Set<FieldRole> done = EnumSet.noneOf(FieldRole.class);
        double sum = prior;
        for (Evidence one : evidence) {
            if (Math.abs(one.weight()) >= 0.05 || isShown(one)) {
                rows.add(row(one, scale.step(sum, sum + one.weight())));
                done.add(Comparison.role(one));
            }
            sum += one.weight();
        }
        rolesSaid(done).forEach(role -> rows.add(uncompared(role)));
        rows.sort(Comparator.comparing(EvidenceRow::role));
        return rows;
    }

    /// Whether a comparison that says nothing has something to show: a value, and not a whole name
    /// that was compared by its parts.
    private boolean isShown(Evidence one) {
        FieldRole role = Comparison.role(one);
        boolean said = file.left().first(role) != null || file.right().first(role) != null;
        return said && !(role == FieldRole.FULL_NAME && one.code() == Evidence.Code.UNKNOWN);
    }

    private EvidenceRow uncompared(FieldRole role) {
        return new EvidenceRow(
                role,
                sides(file.left(), role, "", null),
                sides(file.right(), role, "", null),
                null,
                null,
                List.of(),
                null);
    }

    private EvidenceRow row(Evidence evidence, Fall fall) {
        FieldRole role = Comparison.role(evidence);
        String left = compared(file.left(), role, evidence.left());
        String right = compared(file.right(), role, evidence.right());
        Alignment letters = letters(role, evidence);
        return new EvidenceRow(
                role,
                sides(
                        file.left(),
                        role,
                        left,
                        letters == null ? null : Letters.left(letters, left)),
                sides(
                        file.right(),
                        role,
                        right,
                        letters == null ? null : Letters.right(letters, right)),
                fall,
                evidence.code(),
                arguments(evidence),
                letters == null ? null : Letters.of(letters, left, right));
    }

    /// One in one record says nothing worth a number.
    private List<String> arguments(Evidence evidence) {
        return evidence.arguments().stream()
                .filter(argument -> !argument.equals("1"))
                .map(values::number)
                .toList();
    }

    private static String compared(AcceptedRecord record, FieldRole role, String taken) {
        String said = record.first(role);
        return said == null ? taken : said;
    }

    private @Nullable Alignment letters(FieldRole role, Evidence evidence) {
        boolean several =
                file.left().values().getOrDefault(role, List.of()).size() > 1
                        || file.right().values().getOrDefault(role, List.of()).size() > 1;
        return several || evidence.letters().isEmpty() ? null : evidence.letters().getFirst();
    }

    private List<Side> sides(
            AcceptedRecord record, FieldRole role, String taken, @Nullable List<Piece> marked) {
        List<String> said = record.values().getOrDefault(role, List.of());
        if (said.isEmpty() && !taken.isEmpty()) {
            List<Piece> pieces = marked == null ? List.of(new Piece(taken, null)) : marked;
            return List.of(new Side(pieces, values.lang(taken), values.fromFullName()));
        }
        List<Side> sides = new ArrayList<>();
        for (String value : said) {
            List<Piece> pieces =
                    marked == null || said.size() > 1 ? List.of(new Piece(value, null)) : marked;
            sides.add(new Side(pieces, values.lang(value), values.note(record, role)));
        }
        return sides;
    }

    private List<FieldRole> rolesSaid(Set<FieldRole> besides) {
        Set<FieldRole> said = EnumSet.noneOf(FieldRole.class);
        said.addAll(file.left().values().keySet());
        said.addAll(file.right().values().keySet());
        said.removeAll(besides);
        return List.copyOf(said);
    }
}
