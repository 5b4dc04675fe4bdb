package org.nostos.web.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.figures.Amount;
import org.nostos.figures.Figure;
import org.nostos.figures.Qualifier;
import org.nostos.ledger.LedgerEntry;
import org.nostos.web.Dates;

/// What was said of one population along time: a range as a range, "about" dotted, "at least" with an
/// arrow up, "nearly" and "at most" with one down, and a dotted tail from the day it held to the day it
/// was said. The table of the page holds the same figures.
///
/// @param undated how many of them name no day and are in the table alone
/// @param begins what the number line begins with, where that is not zero
public record FigureChart(
        List<Line> lines,
        List<Tick> ticks,
        List<Mark> marks,
        int undated,
        @Nullable String begins) {

    static final int MOST = 120;

    private static final Pattern NEARLY =
            Pattern.compile("\\b(nearly|almost|close to|just under)\\b", Pattern.CASE_INSENSITIVE);

    public FigureChart {
        lines = List.copyOf(lines);
        ticks = List.copyOf(ticks);
        marks = List.copyOf(marks);
    }

    /// A number on the line up.
    public record Line(double y, String number) {}

    /// A day on the line along, in both calendars.
    public record Tick(double x, String month, String hijri) {}

    /// How a figure is drawn.
    public enum Shape {
        POINT,
        ABOUT,
        RANGE,
        UP,
        DOWN
    }

    /// A figure in the chart.
    ///
    /// @param top where a range ends; `y` is where it begins
    /// @param lag where on the line along it was said, if later than it held
    /// @param label where its words stand, if there is room for them
    public record Mark(
            UUID id,
            Shape shape,
            double x,
            double y,
            double top,
            @Nullable Double lag,
            String number,
            String speaker,
            String title,
            boolean off,
            Labels.@Nullable Place label) {}

    /// The chart of these figures; none where fewer than two of them name a day.
    static @Nullable FigureChart of(
            List<LedgerEntry> entries, Set<UUID> off, FigureWords words, Dates dates) {
        List<LedgerEntry> dated =
                entries.stream()
                        .filter(entry -> entry.figure().day() != null)
                        .sorted(Comparator.comparing(entry -> day(entry.figure())))
                        .toList();
        if (dated.size() < 2) {
            return null;
        }
        Scale scale = scale(dated);
        Labels labels = new Labels();
        List<Mark> marks = new ArrayList<>();
        for (LedgerEntry entry : dated) {
            marks.add(mark(entry.figure(), scale, off.contains(entry.id()), words, labels));
        }
        return new FigureChart(
                scale.lines().stream().map(at -> line(at, scale, words)).toList(),
                scale.ticks().stream().map(at -> tick(at, scale, dates)).toList(),
                marks,
                entries.size() - dated.size(),
                scale.begins() == 0 ? null : words.plain(BigDecimal.valueOf(scale.begins())));
    }

    private static Scale scale(List<LedgerEntry> dated) {
        LocalDate last =
                dated.stream()
                        .map(entry -> said(entry.figure()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        DoubleStream all =
                dated.stream()
                        .map(entry -> entry.figure().amount())
                        .flatMapToDouble(a -> DoubleStream.of(foot(a), top(a)));
        double[] numbers = all.sorted().toArray();
        LocalDate first = day(dated.getFirst().figure());
        return Scale.of(first, last, numbers[0], numbers[numbers.length - 1]);
    }

    private static LocalDate day(Figure figure) {
        return Objects.requireNonNull(figure.day()).first();
    }

    /// The day on which it was said, never before the one for which it holds.
    private static LocalDate said(Figure figure) {
        @Nullable PartialDate on = figure.said().on();
        LocalDate held = day(figure);
        return on == null || on.first().isBefore(held) ? held : on.first();
    }

    private static double foot(Amount amount) {
        return amount.said().doubleValue();
    }

    private static double top(Amount amount) {
        BigDecimal high = amount.high();
        return high == null ? foot(amount) : high.doubleValue();
    }

    private static Mark mark(
            Figure figure, Scale scale, boolean off, FigureWords words, Labels labels) {
        Shape shape = shape(figure);
        double x = scale.x(day(figure));
        double y = scale.y(foot(figure.amount()));
        double lag = scale.x(said(figure));
        String number = words.number(figure);
        @Nullable String office = figure.said().office();
        String who = office == null ? words.message("figures.speaker.unknown") : office;
        String speaker =
                words.message("figures.chart.said", shortened(who), words.shortly(day(figure)));
        String title =
                number
                        + ", "
                        + words.speaker(figure)
                        + ", "
                        + words.date(Objects.requireNonNull(figure.day()));
        return new Mark(
                figure.id(),
                shape,
                round(x),
                round(y),
                round(scale.y(top(figure.amount()))),
                lag - x < 4 ? null : round(lag),
                number,
                speaker,
                title,
                off,
                labels.place(x, y, Math.max(number.length(), speaker.length())));
    }

    static Shape shape(Figure figure) {
        Qualifier qualifier = figure.amount().qualifier();
        @Nullable String words = figure.said().words();
        boolean nearly = words != null && NEARLY.matcher(words).find();
        return switch (qualifier) {
            case EXACT -> Shape.POINT;
            case ABOUT -> nearly ? Shape.DOWN : Shape.ABOUT;
            case AT_LEAST, MORE_THAN, VAGUE -> Shape.UP;
            case AT_MOST, LESS_THAN -> Shape.DOWN;
            case RANGE -> Shape.RANGE;
        };
    }

    private static String shortened(String who) {
        return who.length() <= 28 ? who : who.substring(0, 27).strip() + "…";
    }

    private static Line line(double at, Scale scale, FigureWords words) {
        return new Line(round(scale.y(at)), words.plain(BigDecimal.valueOf(at)));
    }

    private static Tick tick(LocalDate at, Scale scale, Dates dates) {
        boolean months = scale.isOfMonths();
        return new Tick(
                round(scale.x(at)),
                months ? dates.month(at) : Integer.toString(at.getYear()),
                months ? dates.hijriMonth(at.plusDays(14)) : dates.hijri(at).replaceAll(".* ", ""));
    }

    private static double round(double at) {
        return Math.round(at * 10) / 10.0;
    }
}
