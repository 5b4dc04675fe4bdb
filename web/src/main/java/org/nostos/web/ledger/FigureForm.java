package org.nostos.web.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.figures.Amount;
import org.nostos.figures.Category;
import org.nostos.figures.Claim;
import org.nostos.figures.Comparing;
import org.nostos.figures.Figure;
import org.nostos.figures.Figure.Said;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Unit;
import org.nostos.ledger.FigureSource;
import org.nostos.ledger.Ledger;
import org.nostos.ledger.LedgerArticle;
import org.nostos.ledger.LedgerEntry;
import org.nostos.ledger.SaidDate;

/// The fields of a figure as they are typed; they are shown again when something was refused.
public record FigureForm(
        @Nullable String number,
        @Nullable String upto,
        @Nullable Qualifier qualifier,
        @Nullable String unit,
        @Nullable String counted,
        @Nullable Category category,
        @Nullable String origin,
        @Nullable String place,
        @Nullable String authority,
        @Nullable String saidBy,
        @Nullable String person,
        @Nullable String outlet,
        @Nullable String saidOn,
        @Nullable String asOf,
        @Nullable String words,
        @Nullable String partOf,
        @Nullable String title,
        @Nullable String address,
        @Nullable String reason) {

    /// An empty form.
    static final FigureForm EMPTY =
            new FigureForm(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null);

    /// What was typed as a figure, or all that is not one.
    sealed interface Typed {
        record Read(Figure figure, @Nullable FigureSource source) implements Typed {}

        record Wrong(List<Obstacle> obstacles) implements Typed {}
    }

    /// The fields of a claim as it was found; what the article alone knows is the article's.
    static FigureForm of(
            Claim claim, LedgerArticle article, @Nullable String text, @Nullable String partOf) {
        BigDecimal high = claim.amount().high();
        LocalDate on = article.about().publishedOn();
        return new FigureForm(
                claim.amount().said().toPlainString(),
                high == null ? null : high.toPlainString(),
                claim.amount().qualifier(),
                claim.unit().word(),
                claim.subject(),
                claim.category(),
                claim.origin(),
                claim.place(),
                claim.authority(),
                claim.attributedTo(),
                null,
                article.about().outlet(),
                on == null ? null : on.toString(),
                SaidDate.parse(claim.asOf()).map(SaidDate::written).orElse(null),
                text == null ? claim.quote() : Comparing.words(text, claim),
                partOf,
                null,
                null,
                null);
    }

    /// The fields of a figure of the ledger, for somebody who corrects it.
    static FigureForm of(LedgerEntry entry, @Nullable String partOf) {
        Figure figure = entry.figure();
        BigDecimal high = figure.amount().high();
        FigureSource source = entry.source();
        return new FigureForm(
                figure.amount().said().toPlainString(),
                high == null ? null : high.toPlainString(),
                figure.amount().qualifier(),
                figure.unit().word(),
                figure.counted(),
                figure.category(),
                figure.origin(),
                figure.place(),
                figure.authority(),
                figure.said().office(),
                figure.said().person(),
                figure.said().outlet(),
                written(figure.said().on()),
                written(figure.asOf()),
                figure.said().words(),
                partOf,
                source == null ? null : source.title(),
                source == null ? null : source.address(),
                null);
    }

    static @Nullable String written(@Nullable PartialDate date) {
        return date == null ? null : SaidDate.written(date);
    }

    /// @param whole the figure that `partOf` names, if it names one
    Typed typed(@Nullable UUID whole) {
        List<Obstacle> wrong = new ArrayList<>();
        Amount amount = amount(wrong);
        Unit what = unit(wrong);
        PartialDate said = date(saidOn, wrong);
        PartialDate held = date(asOf, wrong);
        if (text(partOf) != null && whole == null) {
            wrong.add(Obstacle.of("obstacle.ledger.part"));
        }
        if (amount == null || what == null || !wrong.isEmpty()) {
            return new Typed.Wrong(wrong);
        }
        Said by = new Said(text(saidBy), text(person), text(outlet), said, text(words), null);
        Figure figure =
                new Figure(
                        UUID.randomUUID(),
                        amount,
                        what,
                        counted == null ? "" : counted.strip(),
                        category == null ? Category.OTHER : category,
                        text(origin),
                        text(place),
                        text(authority),
                        by,
                        held,
                        whole);
        return new Typed.Read(figure, source());
    }

    /// The figure whose number (`F-000417`, or `417`) was typed as the whole.
    @Nullable UUID whole(Ledger ledger) {
        String typed = text(partOf);
        String digits = typed == null ? "" : typed.replaceFirst("^[Ff]-0*", "");
        Optional<LedgerEntry> found =
                digits.matches("[0-9]{1,15}")
                        ? ledger.byNumber(Long.parseLong(digits))
                        : Optional.empty();
        return found.map(LedgerEntry::id).orElse(null);
    }

    @Nullable FigureSource source() {
        String name = text(title);
        return name == null ? null : FigureSource.named(name, text(address));
    }

    private @Nullable Amount amount(List<Obstacle> wrong) {
        Qualifier hedge = qualifier == null ? Qualifier.EXACT : qualifier;
        BigDecimal first = number(number);
        BigDecimal second = number(upto);
        if (first == null
                || (hedge == Qualifier.RANGE && (second == null || second.compareTo(first) < 0))) {
            wrong.add(Obstacle.of("obstacle.ledger.number"));
            return null;
        }
        return hedge == Qualifier.RANGE && second != null
                ? Amount.range(first, second)
                : Amount.of(first, hedge);
    }

    private @Nullable Unit unit(List<Obstacle> wrong) {
        String word = text(unit);
        try {
            return word == null ? Unit.Thing.PERSON : Unit.parse(word);
        } catch (IllegalArgumentException e) {
            wrong.add(Obstacle.of("obstacle.ledger.unit"));
            return null;
        }
    }

    private static @Nullable PartialDate date(@Nullable String written, List<Obstacle> wrong) {
        PartialDate date = SaidDate.parse(written).orElse(null);
        if (date == null && text(written) != null) {
            wrong.add(Obstacle.of("obstacle.ledger.date"));
        }
        return date;
    }

    /// A number with or without commas and spaces between its thousands; null for anything else.
    private static @Nullable BigDecimal number(@Nullable String written) {
        String digits = written == null ? "" : written.replaceAll("[,\\s\\u00a0\\u202f]", "");
        return digits.matches("[0-9]{1,15}(\\.[0-9]{1,4})?") ? new BigDecimal(digits) : null;
    }

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
