package org.nostos.web.legal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.legal.BarLine;
import org.nostos.legal.BarLine.Waits;
import org.nostos.legal.BarQuestion;
import org.nostos.legal.BarQuestion.Order;
import org.nostos.legal.Ground;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;

/// What the board of bars says of each, and what is asked of the store for it.
final class BarColumns {

    static final List<Column<BarLine>> ALL =
            List.of(
                    Column.text("person", "people.person", BarLine::number),
                    Column.<BarLine>text("destination", "law.destination", BarLine::destination)
                            .choice(),
                    Column.word("ground", "law.ground", "legal.ground.", BarLine::ground),
                    new Column<>(
                            "state",
                            "law.state",
                            Column.Kind.TEXT,
                            BarLine::state,
                            "law.bar.state.",
                            false,
                            true,
                            true),
                    Column.text("since", "law.waits-since", BarLine::since));

    private BarColumns() {}

    /// A word of the address that is no order, no state or no ground asks for nothing.
    static BarQuestion question(Waits which, Asked asked, @Nullable Set<UUID> persons) {
        String code = asked.of("destination");
        StateCode destination = code.matches("[A-Z]{3}") ? new StateCode(code) : null;
        Ground ground = named(Ground.values(), asked.of("ground"));
        Order order = named(Order.values(), asked.of("sort").toUpperCase(Locale.ROOT));
        return new BarQuestion(
                which,
                destination,
                ground,
                persons,
                order == null ? Order.SINCE : order,
                order != null && asked.down());
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, String name) {
        return Stream.of(values).filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }
}
