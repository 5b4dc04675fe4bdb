package org.nostos.figures;

import java.util.Currency;
import java.util.Locale;

/// What one of the counted is.
public sealed interface Unit {

    /// As it is written in files: `person`, `usd`.
    String word();

    /// The unit of a word of [#word].
    static Unit parse(String word) {
        for (Thing thing : Thing.values()) {
            if (thing.word().equals(word)) {
                return thing;
            }
        }
        return new Money(Currency.getInstance(word.toUpperCase(Locale.ROOT)));
    }

    /// What is counted one by one, and parts of a whole.
    enum Thing implements Unit {
        PERSON,
        FAMILY,
        HOUSEHOLD,
        COUNTRY,
        NATIONALITY,
        FACILITY,
        EVENT,
        CASE,
        ITEM,
        PERCENT,
        RATIO;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// An amount of money.
    record Money(Currency currency) implements Unit {
        @Override
        public String word() {
            return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
        }
    }
}
