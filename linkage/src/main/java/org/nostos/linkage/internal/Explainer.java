package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.List;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.Evidence;
import org.nostos.linkage.Evidence.Code;
import org.nostos.linkage.Explanation;
import org.nostos.linkage.RecordTable;
import org.nostos.names.Alignment;
import org.nostos.names.NameWord;
import org.nostos.names.Names;

/// Takes a pair's weight apart into what each comparison says, with the values as they were written.
final class Explainer {
    private static final Facet[] FACETS = Facet.values();

    private final Resolved records;
    private final RecordTable table;
    private final Scorer scorer;

    Explainer(Resolved records, Scorer scorer) {
        this.records = records;
        this.table = records.table();
        this.scorer = scorer;
    }

    Explanation explain(int left, int right, double prior, double judged) {
        double weight = scorer.weight(left, right);
        List<Evidence> evidence = new ArrayList<>();
        for (Facet facet : FACETS) {
            if (isGiven(facet, left) || isGiven(facet, right)) {
                evidence.add(evidence(facet, left, right));
            }
        }
        double kin = weight - scorer.besideStrangers(left, right);
        if (kin < 0) {
            evidence.add(new Evidence(List.of(), kin, "", "", Code.KIN, List.of(), List.of()));
        }
        if (judged != 0) {
            Code code = judged > 0 ? Code.JUDGED_SAME : Code.JUDGED_DIFFERENT;
            evidence.add(new Evidence(List.of(), judged, "", "", code, List.of(), List.of()));
        }
        double total = weight + judged;
        return new Explanation(
                table.id(left),
                table.id(right),
                prior,
                evidence,
                total,
                Weights.probability(total));
    }

    private boolean isGiven(Facet facet, int row) {
        Slot slot = facet.slot();
        if (slot == null) {
            return !table.values(row, facet.role()).isEmpty();
        }
        IntRows rows = records.slot(slot);
        return rows != null && rows.count(row) > 0;
    }

    private Evidence evidence(Facet facet, int left, int right) {
        int f = facet.number();
        int level = scorer.level(f);
        Code code = facet.code(level);
        String a = text(facet, left, level == 0 ? -1 : scorer.leftValue(f));
        String b = text(facet, right, level == 0 ? -1 : scorer.rightValue(f));
        List<Alignment> letters =
                facet.slot() == null || level == 0 || a.isEmpty() || b.isEmpty()
                        ? List.of()
                        : List.of(Names.align(a, b));
        return new Evidence(
                List.of(roleOf(facet)),
                scorer.part(f, left, right),
                a,
                b,
                code,
                arguments(f, code, left, right),
                letters);
    }

    private FieldRole roleOf(Facet facet) {
        return table.column(facet.role()) == null ? FieldRole.FULL_NAME : facet.role();
    }

    private List<String> arguments(int f, Code code, int left, int right) {
        return switch (code) {
            case SAME, SAME_SOUND, NEAR, DATE_WITHIN, OTHER_FIELD, PART ->
                    List.of(
                            Long.toString(
                                    Math.max(1, Math.round(1 / scorer.chance(f, left, right)))));
            case YEARS_APART -> List.of(Integer.toString(yearsApart(f)));
            case UNKNOWN,
                    SHORT_FORM,
                    DIFFERENT,
                    DAY_MONTH_SWAPPED,
                    DATE_ONE_PART,
                    SAME_YEAR,
                    KIN,
                    JUDGED_SAME,
                    JUDGED_DIFFERENT ->
                    List.of();
        };
    }

    private int yearsApart(int f) {
        Dates dates = records.dates();
        if (dates == null) {
            return 0;
        }
        int a = scorer.leftValue(f);
        int b = scorer.rightValue(f);
        return Math.abs(dates.year(a) - dates.year(b));
    }

    /// A value as it was written, or all values of the facet when none is given.
    private String text(Facet facet, int row, int chosen) {
        Slot slot = facet.slot();
        if (slot == null) {
            return value(facet, row, chosen);
        }
        IntRows rows = records.slot(slot);
        if (rows == null) {
            return "";
        }
        if (chosen >= 0 && facet.kind() != Facet.Kind.OTHER_NAMES) {
            return written(row, facet.role(), chosen);
        }
        List<String> texts = new ArrayList<>();
        for (int i = rows.from(row); i < rows.to(row); i++) {
            texts.add(written(row, facet.role(), rows.at(i)));
        }
        return String.join(slot == Slot.OTHER ? " " : ", ", texts);
    }

    private String value(Facet facet, int row, int chosen) {
        Column column = table.column(facet.role());
        if (chosen < 0 || column == null || facet.kind() == Facet.Kind.SEX) {
            return String.join(", ", table.values(row, facet.role()));
        }
        return column.text(chosen);
    }

    /// A phrase as the record writes it: with its article and its capitals.
    private String written(int row, FieldRole role, int phrase) {
        List<String> folded = new ArrayList<>();
        for (int word : records.lexicon().wordsOf(phrase)) {
            folded.add(records.lexicon().folded(word));
        }
        List<String> values = new ArrayList<>(table.values(row, role));
        values.addAll(table.values(row, FieldRole.FULL_NAME));
        for (String value : values) {
            List<NameWord> words = Names.words(value);
            List<String> all = words.stream().map(NameWord::folded).toList();
            if (all.equals(folded)) {
                return value;
            }
            for (int i = 0; folded.size() == 1 && i < all.size(); i++) {
                if (all.get(i).equals(folded.getFirst())) {
                    return words.get(i).text();
                }
            }
        }
        return String.join(" ", folded);
    }
}
