package org.nostos.ledger.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.figures.Figure;
import org.nostos.ledger.FigureSource;

/// What the fields of a figure leave out, or hold too much of.
public final class LackingWords {

    private static final int LONGEST = 300;
    private static final int LONGEST_QUOTE = 2000;
    private static final int LONGEST_REASON = 4000;

    private LackingWords() {}

    public static List<Obstacle> of(Figure figure) {
        List<Obstacle> lacking = new ArrayList<>();
        Figure.Said said = figure.said();
        if (figure.counted().isBlank() || figure.counted().length() > LONGEST) {
            lacking.add(Obstacle.of("obstacle.ledger.counted"));
        }
        if (isLong(figure.origin(), LONGEST)
                || isLong(figure.place(), LONGEST)
                || isLong(figure.authority(), LONGEST)
                || isLong(said.office(), LONGEST)
                || isLong(said.person(), 200)
                || isLong(said.outlet(), 200)
                || isLong(said.words(), LONGEST_QUOTE)) {
            lacking.add(Obstacle.of("obstacle.ledger.long"));
        }
        if (said.person() != null && (said.office() == null || said.words() == null)) {
            lacking.add(Obstacle.of("obstacle.ledger.person"));
        }
        if (isToCome(said.on())) {
            lacking.add(Obstacle.of("obstacle.ledger.day-to-come"));
        }
        if (figure.id().equals(figure.partOf())) {
            lacking.add(Obstacle.of("obstacle.ledger.part"));
        }
        return lacking;
    }

    public static List<Obstacle> of(@Nullable FigureSource source) {
        if (source == null
                || source.title().isEmpty()
                || source.title().length() > 500
                || (source.address() != null && !isAddress(source.address()))) {
            return List.of(Obstacle.of("obstacle.ledger.source"));
        }
        return List.of();
    }

    public static List<Obstacle> reason(String reason) {
        return reason.isBlank() || reason.length() > LONGEST_REASON
                ? List.of(Obstacle.of("obstacle.ledger.reason"))
                : List.of();
    }

    /// A page that leads somewhere else than to the web is no source.
    private static boolean isAddress(String address) {
        return address.length() <= 2000 && address.matches("https?://[^\\s\"<>]+");
    }

    private static boolean isLong(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    private static boolean isToCome(@Nullable PartialDate day) {
        return day != null && day.first().isAfter(LocalDate.now(ZoneOffset.UTC));
    }
}
