package org.nostos.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.nostos.figures.Figure;
import org.nostos.ledger.Finding;
import org.nostos.ledger.LedgerEntries;
import org.nostos.ledger.LedgerEntry;
import org.nostos.ledger.PopulationKey;

/// The groups in which figures are compared: a whole with its parts, one population along time, and the
/// families and people of one population. A figure whose place nobody said is compared with nothing but
/// its parts.
public final class FigureGroups {

    private FigureGroups() {}

    /// The groups in which this figure stands, or would if it were published.
    public static List<String> of(Figure figure) {
        List<String> groups = new ArrayList<>();
        groups.add("sum:" + figure.id());
        UUID whole = figure.partOf();
        if (whole != null) {
            groups.add("sum:" + whole);
        }
        String population = PopulationKey.of(figure);
        if (population != null) {
            groups.add("series:" + figure.unit().word() + "|" + population);
            groups.add("ratio:" + population);
        }
        return groups;
    }

    /// What does not fit in this group of the ledger as it is published now.
    public static List<Finding> findings(String group, LedgerEntries entries) {
        String name = group.substring(group.indexOf(':') + 1);
        if (group.startsWith("sum:")) {
            return entries.published(UUID.fromString(name))
                    .map(whole -> Misfits.sums(group, whole.figure(), parts(entries, whole)))
                    .orElse(List.of());
        }
        if (group.startsWith("series:")) {
            String population = name.substring(name.indexOf('|') + 1);
            String unit = name.substring(0, name.indexOf('|'));
            List<Figure> figures =
                    entries.publishedOf(population).stream()
                            .map(LedgerEntry::figure)
                            .filter(figure -> figure.unit().word().equals(unit))
                            .toList();
            return Misfits.series(group, figures);
        }
        return Misfits.ratios(
                group, entries.publishedOf(name).stream().map(LedgerEntry::figure).toList());
    }

    private static List<Figure> parts(LedgerEntries entries, LedgerEntry whole) {
        return entries.publishedParts(whole.id()).stream().map(LedgerEntry::figure).toList();
    }
}
