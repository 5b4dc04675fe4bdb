package org.nostos.web.ledger;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.figures.Amount;
import org.nostos.figures.Category;
import org.nostos.figures.Difference;
import org.nostos.figures.Figure;
import org.nostos.figures.Unit;
import org.nostos.ledger.SaidDate;
import org.nostos.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// How figures are written: with their hedge, and dates as far as they are known. Templates say
/// `@figures`.
@Component("figures")
public class FigureWords {

    private final MessageSource messages;
    private final Dates dates;

    FigureWords(MessageSource messages, Dates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /// `about 5,000`, `4,600 to 4,900`, `USD 20,000,000`
    public String number(Figure figure) {
        return amount(figure.amount(), figure.unit());
    }

    /// The same, of a figure that is only proposed.
    public String amount(Amount amount, Unit unit) {
        return message("figures.unit." + unitKey(unit), hedged(amount), code(unit));
    }

    private String hedged(Amount amount) {
        BigDecimal high = amount.high();
        return message(
                "figures.amount." + amount.qualifier(),
                plain(amount.said()),
                high == null ? "" : plain(high));
    }

    private static String unitKey(Unit unit) {
        return switch (unit) {
            case Unit.Money _ -> "MONEY";
            case Unit.Thing thing ->
                    switch (thing) {
                        case PERCENT -> "PERCENT";
                        case RATIO,
                                PERSON,
                                FAMILY,
                                HOUSEHOLD,
                                COUNTRY,
                                NATIONALITY,
                                FACILITY,
                                EVENT,
                                CASE,
                                ITEM ->
                                "PLAIN";
                    };
        };
    }

    private static String code(Unit unit) {
        return unit.word().toUpperCase(Locale.ROOT);
    }

    /// `5,204`
    public String plain(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
        format.setMaximumFractionDigits(3);
        return format.format(number);
    }

    /// What one of the counted is, in words.
    public String unit(Unit unit) {
        return unit instanceof Unit.Thing thing ? message("figures.thing." + thing) : code(unit);
    }

    /// `21 January 2026`, `January 2026`, `2026`
    public String date(PartialDate date) {
        return switch (date.precision()) {
            case DAY -> dates.gregorian(date.first());
            case MONTH -> dates.longMonth(date.first());
            case YEAR, DECADE, AGE -> Integer.toString(date.first().getYear());
        };
    }

    /// A day of the chart without its year.
    String shortly(LocalDate day) {
        return dates.dayOfYear(day);
    }

    /// Who said it, through whom, in one line; says so where it is not known.
    public String speaker(Figure figure) {
        @Nullable String office = figure.said().office();
        @Nullable String outlet = figure.said().outlet();
        String who = office == null ? message("figures.speaker.unknown") : office;
        return outlet == null ? who : message("figures.speaker.through", who, outlet);
    }

    /// One side of a difference, as a reader of the ledger says it.
    public String side(Difference.Aspect aspect, @Nullable String side) {
        if (side == null || side.isBlank()) {
            return message("figures.unknown");
        }
        return switch (aspect) {
            case CATEGORY -> message("figures.category." + Category.parse(side));
            case UNIT -> unit(Unit.parse(side));
            case TIME -> SaidDate.parse(side).map(this::date).orElse(side);
            case COUNTED, ORIGIN, PLACE, WHOLE -> side;
        };
    }

    String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
