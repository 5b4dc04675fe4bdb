package org.nostos.web.listing;

import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// What the cells of a list say in the reader's language, and in which order they come.
@Component
class Wording {

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /// The cell of a file: days and moments as ISO 8601 writes them, in UTC.
    <T> String cell(Column<T> column, T row) {
        Object value = column.value().of(row);
        return switch (value) {
            case null -> "";
            case Instant at -> at.truncatedTo(ChronoUnit.SECONDS).toString();
            default -> column.words() == null ? value.toString() : word(column, value);
        };
    }

    /// The word for a value of a column whose values have words.
    String word(Column<?> column, Object value) {
        return column.words() == null
                ? value.toString()
                : message(column.words() + Listing.nameOf(value));
    }

    /// Rows by what they say in the column, in the order of the reader's language; who says nothing
    /// comes last, whichever way the list runs.
    <T> Comparator<T> order(Column<T> column, boolean down) {
        Comparator<Object> up = values(LocaleContextHolder.getLocale());
        Comparator<@Nullable Object> both = Comparator.nullsLast(down ? up.reversed() : up);
        return (left, right) -> both.compare(column.value().of(left), column.value().of(right));
    }

    private static Comparator<Object> values(Locale locale) {
        Collator collator = Collator.getInstance(locale);
        return (left, right) ->
                switch (left) {
                    case Number number when right instanceof Number other ->
                            Double.compare(number.doubleValue(), other.doubleValue());
                    case LocalDate day when right instanceof LocalDate other ->
                            day.compareTo(other);
                    case Instant at when right instanceof Instant other -> at.compareTo(other);
                    case Enum<?> one when right instanceof Enum<?> other ->
                            Integer.compare(one.ordinal(), other.ordinal());
                    default -> collator.compare(left.toString(), right.toString());
                };
    }
}
