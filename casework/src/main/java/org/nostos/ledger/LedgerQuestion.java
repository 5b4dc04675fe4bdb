package org.nostos.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;
import org.nostos.figures.Stage;

/// Which figures of the ledger are asked for, in which order. Null asks for any.
///
/// @param words stand in what is counted, in the words, or in who said it
/// @param from the first day on which it was said, or for which it holds
public record LedgerQuestion(
        @Nullable String words,
        @Nullable Category category,
        @Nullable String place,
        @Nullable String saidBy,
        @Nullable LocalDate from,
        @Nullable LocalDate upto,
        @Nullable Stage stage,
        Order order,
        boolean down) {

    /// In which order a page comes; figures that are alike in it, in the order in which they were entered,
    /// turned round with it.
    public enum Order {
        SAID,
        HELD,
        NUMBER,
        COUNTED,
        PLACE,
        SPEAKER,
        STAGE
    }

    /// Everything, the latest said first.
    public static final LedgerQuestion ALL =
            new LedgerQuestion(null, null, null, null, null, null, null, Order.SAID, true);

    /// What was said of one population.
    public static LedgerQuestion of(Category category, @Nullable String place) {
        return new LedgerQuestion(null, category, place, null, null, null, null, Order.SAID, true);
    }

    public LedgerQuestion at(Stage only) {
        return new LedgerQuestion(words, category, place, saidBy, from, upto, only, order, down);
    }
}
