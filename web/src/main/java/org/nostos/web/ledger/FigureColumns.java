package org.nostos.web.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.figures.Category;
import org.nostos.figures.Stage;
import org.nostos.ledger.FigureSource;
import org.nostos.ledger.LedgerEntry;
import org.nostos.ledger.LedgerQuestion;
import org.nostos.ledger.LedgerQuestion.Order;
import org.nostos.ledger.SaidDate;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;

/// What the ledger says of each figure, and what is asked of the store for it.
final class FigureColumns {

    private FigureColumns() {}

    static List<Column<LedgerEntry>> of(FigureWords words) {
        return List.of(
                Column.text("said", "figures.said", e -> written(e.figure().said().on())),
                Column.text("held", "figures.held", e -> written(e.figure().asOf())),
                Column.number("number", "figures.number", e -> words.number(e.figure())),
                Column.text("counted", "figures.counted", e -> e.figure().counted()),
                Column.<LedgerEntry>text("place", "figures.place", e -> e.figure().place())
                        .choice(),
                Column.<LedgerEntry>text(
                                "speaker", "figures.speaker", e -> e.figure().said().office())
                        .choice(),
                Column.<LedgerEntry>word(
                        "stage", "figures.stage", "figures.stage.", LedgerEntry::stage),
                Column.<LedgerEntry>word(
                                "category",
                                "figures.category",
                                "figures.category.",
                                e -> e.figure().category())
                        .inItsOrder()
                        .fileOnly(),
                file("name", "figures.name", LedgerEntry::name),
                file("low", "figures.low", e -> e.figure().amount().low()),
                file("high", "figures.high", e -> e.figure().amount().high()),
                file("qualifier", "figures.qualifier", e -> e.figure().amount().qualifier().word()),
                file("unit", "figures.unit", e -> e.figure().unit().word()),
                file("origin", "figures.origin", e -> e.figure().origin()),
                file("authority", "figures.authority", e -> e.figure().authority()),
                file("outlet", "figures.outlet", e -> e.figure().said().outlet()),
                file("words", "figures.words", e -> e.figure().said().words()),
                file("source", "figures.source", e -> title(e.source())),
                file("address", "figures.address", e -> address(e.source())));
    }

    private static Column<LedgerEntry> file(
            String key, String head, Column.Value<LedgerEntry> value) {
        return Column.text(key, head, value).inItsOrder().fileOnly();
    }

    private static @Nullable String title(@Nullable FigureSource source) {
        return source == null ? null : source.title();
    }

    private static @Nullable String address(@Nullable FigureSource source) {
        return source == null ? null : source.address();
    }

    private static @Nullable String written(@Nullable PartialDate date) {
        return date == null ? null : SaidDate.written(date);
    }

    private static final Map<String, Order> ORDERS =
            Map.of(
                    "said", Order.SAID,
                    "held", Order.HELD,
                    "number", Order.NUMBER,
                    "counted", Order.COUNTED,
                    "place", Order.PLACE,
                    "speaker", Order.SPEAKER,
                    "stage", Order.STAGE);

    /// A word of the address that is no value asks for any.
    static LedgerQuestion question(
            Asked asked, @Nullable LocalDate from, @Nullable LocalDate upto) {
        @Nullable Order order = ORDERS.get(asked.of("sort"));
        return new LedgerQuestion(
                orNull(asked.words().strip()),
                constant(Category.values(), asked.of("category")),
                orNull(asked.of("place")),
                orNull(asked.of("speaker")),
                from,
                upto,
                constant(Stage.values(), asked.of("stage")),
                order == null ? Order.SAID : order,
                order == null || asked.down());
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static <E extends Enum<E>> @Nullable E constant(E[] all, String name) {
        return Stream.of(all)
                .filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }
}
