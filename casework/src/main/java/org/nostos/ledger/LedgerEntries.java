package org.nostos.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;
import org.nostos.figures.Stage;

/// The figures that the caller may see: all of them for an analyst, what was ever published for everybody
/// else. Every method needs a running transaction.
public interface LedgerEntries {

    /// A population that was spoken of, and how often.
    record Population(Category category, @Nullable String place, long figures) {}

    /// Rows of the list that is asked for, and how many it has.
    record Found(List<LedgerEntry> rows, long total) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    List<LedgerEntry> page(LedgerQuestion question, int offset, int most);

    /// A page and the count of all; where words are asked for, at the cost of looking once.
    Found found(LedgerQuestion question, int offset, int most);

    long count(LedgerQuestion question);

    Optional<LedgerEntry> byId(UUID id);

    Optional<LedgerEntry> byNumber(long number);

    List<LedgerEntry> byIds(Collection<UUID> ids);

    /// The figures that are said to be part of this one.
    List<LedgerEntry> partsOf(UUID id);

    /// The figure, if it stands published.
    Optional<LedgerEntry> published(UUID id);

    /// The published figures that are said to be part of this one, or of one that it corrects.
    List<LedgerEntry> publishedParts(UUID id);

    /// The figure that stands in the place of this one, or this one itself.
    UUID standing(UUID id);

    /// What happened to a figure, in order.
    List<LedgerEvent> events(UUID id);

    /// Of what was spoken most.
    List<Population> populations(int most);

    /// Every place that was named, by name.
    List<String> places();

    /// Every office that was named, by name.
    List<String> speakers();

    /// Every place, origin, authority and office that stands in a published figure.
    Set<String> spoken();

    /// The published figures of which one of these is the place, the origin, the authority or the office, the
    /// latest said first.
    List<LedgerEntry> naming(Collection<String> spoken, int most);

    /// When anything that the caller sees changed last.
    Optional<Instant> lastChange();

    /// One act on a figure at a time.
    void turn(UUID id);

    void add(Figure figure, @Nullable UUID replaces, UUID act);

    void step(
            UUID id,
            Stage to,
            @Nullable FigureSource source,
            @Nullable UUID replacedBy,
            @Nullable String reason,
            UUID act);
}
