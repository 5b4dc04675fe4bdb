package org.nostos.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Comparing;
import org.nostos.figures.Figure;

/// The published figures on the shelves where they are compared: one of each population, noun and event,
/// in the order of their days. Worked out of the ledger. Every method needs a running transaction.
public interface ComparedFigures {

    /// What a shelf is of.
    enum Shelf {
        /// In the order of days; a figure is set beside the nearest.
        NOUN,
        /// Of one day; the series of all days is [#series].
        POPULATION,
        /// Of one source and happening.
        EVENT;

        /// The name of the shelf on which a figure stands; null where it stands on none of this kind.
        public @Nullable UUID of(Figure figure) {
            String key =
                    switch (this) {
                        case NOUN -> Comparing.noun(figure);
                        case POPULATION -> Comparing.population(figure);
                        case EVENT -> Comparing.event(figure);
                    };
            return key == null
                    ? null
                    : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        }

        public int most() {
            return this == NOUN ? Comparing.NEAREST : Comparing.WINDOW;
        }
    }

    void put(Figure figure);

    void take(UUID figure);

    void clear();

    boolean isEmpty();

    /// The figures that come next on the shelf, the nearest first.
    List<Figure> after(Figure figure, Shelf shelf);

    /// Those for whom this place on the shelf is one of the next.
    List<UUID> before(Figure figure, Shelf shelf);

    /// The latest of a population that have a day, in order.
    List<Figure> series(UUID population, int most);
}
