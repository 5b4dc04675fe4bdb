package org.nostos.figures;

import java.util.List;
import java.util.UUID;

/// What was found when figures were set against each other, with its arithmetic and its figures.
///
/// `arithmetic` is in signs alone, to be read in any language: `467 + 4,253 + 983 = 5,703 ≠ 5,704 (−1)`.
/// `differences` says why two figures do not compare; it is empty for every other kind. `turns` are the
/// figures of a series at which it goes against its way.
public record Finding(
        Kind kind,
        List<UUID> figures,
        String arithmetic,
        List<Difference> differences,
        List<UUID> turns) {

    /// The kinds; [#asks] those that an analyst is asked to accept, explain or dismiss.
    public enum Kind {
        /// The parts make the total, within what their hedges allow.
        ADDS_UP(false),
        /// The parts do not make the total, or are more than it.
        DOES_NOT_ADD_UP(true),
        /// A part is not larger than its whole.
        PART_FITS(false),
        PART_LARGER_THAN_WHOLE(true),
        /// One population over time, going one way.
        SERIES(false),
        /// One population over time, with a step against its way.
        SERIES_TURNS(true),
        /// More or fewer persons to a family than families have.
        UNLIKELY_RATIO(true),
        /// The same noun for different populations, places or times: both may be true.
        NOT_COMPARABLE(false),
        /// The same people, place and time, and numbers that cannot both be true.
        CONTRADICTION(true),
        /// The words claim more than happened: "repatriated" for a move to a third state.
        VERB_CLAIMS_MORE(true),
        /// The words claim more, and the category already says what happened.
        VERB_CORRECTED(false);

        private final boolean asks;

        Kind(boolean asks) {
            this.asks = asks;
        }

        public boolean asks() {
            return asks;
        }
    }

    public Finding {
        figures = List.copyOf(figures);
        differences = List.copyOf(differences);
        turns = List.copyOf(turns);
    }

    public static Finding of(Kind kind, List<Figure> figures, String arithmetic) {
        return new Finding(
                kind, figures.stream().map(Figure::id).toList(), arithmetic, List.of(), List.of());
    }

    Finding differing(List<Difference> what) {
        return new Finding(kind, figures, arithmetic, what, turns);
    }

    public Finding turningAt(List<Figure> where) {
        return new Finding(
                kind, figures, arithmetic, differences, where.stream().map(Figure::id).toList());
    }

    /// The figures that do not fit: of a series those at which it turns, of all else every one.
    public List<UUID> off() {
        return turns.isEmpty() ? figures : turns;
    }
}
