package org.nostos.ledger.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nostos.figures.Comparing;
import org.nostos.figures.Figure;
import org.nostos.figures.Finding;
import org.nostos.ledger.ComparedFigures;
import org.nostos.ledger.ComparedFigures.Shelf;
import org.nostos.ledger.LedgerEntries;
import org.nostos.ledger.LedgerEntry;

/// What is worked out together. A figure's group is what is found of itself, of its parts, and of itself with
/// those that come after it on its shelves; a population has a group of its own, its series. So a figure that
/// comes or goes changes few groups: its own, its whole's, and those of the few that stand before it.
public final class Groups {

    private static final String OF = "of:";
    private static final String SERIES = "series:";

    /// As many as can still be read as one line.
    private static final int LONGEST_SERIES = 24;

    private final LedgerEntries entries;
    private final ComparedFigures shelves;

    public Groups(LedgerEntries entries, ComparedFigures shelves) {
        this.entries = entries;
        this.shelves = shelves;
    }

    /// The groups that change when this figure is put on its shelves, or taken from them.
    public Set<String> around(Figure figure) {
        Set<String> groups = new LinkedHashSet<>(own(figure));
        UUID whole = figure.partOf();
        if (whole != null) {
            groups.add(OF + entries.standing(whole));
        }
        for (Shelf shelf : Shelf.values()) {
            shelves.before(figure, shelf).forEach(one -> groups.add(OF + one));
        }
        return groups;
    }

    /// The groups that have their name from this figure; all of them together are all groups.
    public static List<String> own(Figure figure) {
        UUID population = Shelf.POPULATION.of(figure);
        return population == null
                ? List.of(OF + figure.id())
                : List.of(OF + figure.id(), SERIES + population);
    }

    /// What is found in a group as the ledger is published now.
    public List<Finding> findings(String group) {
        if (group.startsWith(SERIES)) {
            UUID population = UUID.fromString(group.substring(SERIES.length()));
            return Comparing.series(shelves.series(population, LONGEST_SERIES)).stream().toList();
        }
        return entries.published(UUID.fromString(group.substring(OF.length())))
                .map(entry -> of(entry.figure()))
                .orElse(List.of());
    }

    private List<Finding> of(Figure figure) {
        List<Finding> found = new ArrayList<>();
        Comparing.alone(figure).ifPresent(found::add);
        List<Figure> parts =
                entries.publishedParts(figure.id()).stream().map(LedgerEntry::figure).toList();
        found.addAll(Comparing.parts(figure, parts));
        for (Shelf shelf : Shelf.values()) {
            for (Figure other : shelves.after(figure, shelf)) {
                compared(shelf, figure, other).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Finding> compared(Shelf shelf, Figure one, Figure other) {
        return switch (shelf) {
            case NOUN -> Comparing.apart(one, other);
            case POPULATION -> Comparing.contradiction(one, other);
            case EVENT -> Comparing.ratio(one, other);
        };
    }
}
