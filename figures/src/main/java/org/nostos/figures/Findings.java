package org.nostos.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;

/// The figures of a ledger set against each other, one after another as they come.
///
/// A figure is compared with its whole and its parts, with figures of the same population, and with the
/// few nearest in time that share its noun; never with all. Only figures whose people, place and time
/// are known to agree can contradict each other. Not safe for more than one thread.
public final class Findings {
    private static final int LINES = 3;

    /// Figures of one key in the order of their days; those without a day come first.
    private static final class Shelf {
        private final NavigableMap<LocalDate, List<Figure>> byDay = new TreeMap<>();

        void put(Figure figure) {
            byDay.computeIfAbsent(day(figure), _ -> new ArrayList<>()).add(figure);
        }

        void remove(Figure figure) {
            byDay.computeIfPresent(
                    day(figure),
                    (_, all) -> {
                        all.removeIf(f -> f.id().equals(figure.id()));
                        return all.isEmpty() ? null : all;
                    });
        }

        /// The nearest before, of the same day, and after, in the order of their days.
        List<Figure> around(Figure figure, int most) {
            LocalDate day = day(figure);
            List<Figure> found = new ArrayList<>();
            take(byDay.headMap(day, true).descendingMap().values(), most, found);
            found = new ArrayList<>(found.reversed());
            take(byDay.tailMap(day, false).values(), found.size() + most, found);
            return found;
        }

        private static void take(Collection<List<Figure>> days, int most, List<Figure> found) {
            for (List<Figure> day : days) {
                for (Figure figure : day.reversed()) {
                    if (found.size() >= most) {
                        return;
                    }
                    found.add(figure);
                }
            }
        }

        private static LocalDate day(Figure figure) {
            PartialDate day = figure.day();
            return day == null ? LocalDate.MIN : day.first();
        }
    }

    private final Map<UUID, Figure> figures = new HashMap<>();
    private final Map<UUID, List<Figure>> parts = new HashMap<>();
    private final Map<String, Shelf> populations = new HashMap<>();
    private final Map<String, Shelf> nouns = new HashMap<>();
    private final Map<String, List<Figure>> events = new HashMap<>();
    private final Map<Object, Finding> found = new LinkedHashMap<>();
    private final Map<UUID, List<Object>> keysOf = new HashMap<>();

    /// Takes in a figure, and tells what it brings. A figure that is there already is taken out first.
    public List<Finding> add(Figure figure) {
        remove(figure.id());
        figures.put(figure.id(), figure);
        List<Finding> brought = new ArrayList<>();
        Comparing.alone(figure).ifPresent(finding -> keep(finding, finding.figures(), brought));
        wholes(figure, brought);
        ratios(figure, brought);
        String population = Comparing.population(figure);
        if (population != null) {
            Shelf shelf = populations.computeIfAbsent(population, _ -> new Shelf());
            contradictions(figure, shelf.around(figure, Comparing.WINDOW), brought);
            shelf.put(figure);
            series(population, shelf.around(figure, Comparing.WINDOW), brought);
        }
        Shelf noun = nouns.computeIfAbsent(Comparing.noun(figure), _ -> new Shelf());
        strangers(figure, noun.around(figure, Comparing.NEAREST), brought);
        noun.put(figure);
        return brought;
    }

    /// Takes out a figure that was corrected or taken back, and all that was found with it.
    public void remove(UUID id) {
        Figure figure = figures.remove(id);
        if (figure == null) {
            return;
        }
        UUID whole = figure.partOf();
        if (whole != null) {
            parts.getOrDefault(whole, new ArrayList<>()).removeIf(f -> f.id().equals(id));
        }
        String population = Comparing.population(figure);
        if (population != null && populations.get(population) instanceof Shelf shelf) {
            shelf.remove(figure);
        }
        if (nouns.get(Comparing.noun(figure)) instanceof Shelf shelf) {
            shelf.remove(figure);
        }
        String event = Comparing.event(figure);
        if (event != null) {
            events.getOrDefault(event, new ArrayList<>()).removeIf(f -> f.id().equals(id));
        }
        List<Object> keys = keysOf.remove(id);
        if (keys != null) {
            keys.forEach(found::remove);
        }
    }

    /// Everything that was found and still stands, in the order it was found.
    public List<Finding> all() {
        return List.copyOf(found.values());
    }

    private void wholes(Figure figure, List<Finding> brought) {
        UUID id = figure.partOf();
        if (id != null) {
            parts.computeIfAbsent(id, _ -> new ArrayList<>()).add(figure);
            partsOf(figures.get(id), brought);
        }
        partsOf(figure, brought);
    }

    private void partsOf(@Nullable Figure whole, List<Finding> brought) {
        if (whole == null || !parts.containsKey(whole.id())) {
            return;
        }
        for (int line = 0; line < LINES; line++) {
            found.remove(new SumKey(whole.id(), line));
        }
        int line = 0;
        for (Finding finding : Comparing.parts(whole, parts.get(whole.id()))) {
            boolean sum = finding.figures().size() > 2;
            keep(finding, sum ? new SumKey(whole.id(), line++) : finding.figures(), brought);
        }
    }

    /// The sum over the parts of a whole changes with each part.
    private record SumKey(UUID whole, int line) {}

    private record SeriesKey(String population) {}

    private record PairKey(Finding.Kind kind, UUID one, UUID other) {
        static PairKey of(Finding finding) {
            return new PairKey(
                    finding.kind(), finding.figures().getFirst(), finding.figures().getLast());
        }
    }

    private void ratios(Figure figure, List<Finding> brought) {
        String event = Comparing.event(figure);
        if (event == null) {
            return;
        }
        List<Figure> same = events.computeIfAbsent(event, _ -> new ArrayList<>());
        same.reversed().stream()
                .limit(Comparing.WINDOW)
                .map(other -> Comparing.ratio(other, figure))
                .flatMap(Optional::stream)
                .forEach(finding -> keep(finding, PairKey.of(finding), brought));
        same.add(figure);
    }

    private void contradictions(Figure figure, List<Figure> others, List<Finding> brought) {
        for (Figure other : others) {
            Comparing.contradiction(other, figure)
                    .ifPresent(finding -> keep(finding, PairKey.of(finding), brought));
        }
    }

    private void series(String population, List<Figure> around, List<Finding> brought) {
        List<Figure> dated = around.stream().filter(figure -> figure.day() != null).toList();
        Comparing.series(dated)
                .ifPresent(finding -> keep(finding, new SeriesKey(population), brought));
    }

    private void strangers(Figure figure, List<Figure> others, List<Finding> brought) {
        for (Figure other : others) {
            Comparing.apart(other, figure)
                    .ifPresent(finding -> keep(finding, PairKey.of(finding), brought));
        }
    }

    private void keep(Finding finding, Object key, List<Finding> brought) {
        if (!finding.equals(found.put(key, finding))) {
            brought.add(finding);
        }
        for (UUID figure : finding.figures()) {
            List<Object> keys = keysOf.computeIfAbsent(figure, _ -> new ArrayList<>());
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
    }
}
