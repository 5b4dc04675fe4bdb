package org.nostos.web.listing;

import java.text.CollationKey;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
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
    /// comes last, whichever way the list runs. Each row is asked once, and each text weighed once.
    <T> List<T> sorted(Column<T> column, boolean down, List<T> rows) {
        Collator collator = Collator.getInstance(LocaleContextHolder.getLocale());
        Comparator<Object> up = values(collator);
        Comparator<@Nullable Object> both = Comparator.nullsLast(down ? up.reversed() : up);
        return rows.stream()
                .map(row -> new Weighed<>(row, weight(column.value().of(row), collator)))
                .sorted((left, right) -> both.compare(left.by(), right.by()))
                .map(Weighed::row)
                .toList();
    }

    /// A row and what it is sorted by.
    private record Weighed<T>(T row, @Nullable Object by) {}

    private static @Nullable Object weight(@Nullable Object value, Collator collator) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case LocalDate day -> day;
            case Instant at -> at;
            case Enum<?> one -> one;
            default -> collator.getCollationKey(value.toString());
        };
    }

    private static Comparator<Object> values(Collator collator) {
        return (left, right) ->
                switch (left) {
                    case CollationKey key when right instanceof CollationKey other ->
                            key.compareTo(other);
                    case Number number when right instanceof Number other ->
                            Double.compare(number.doubleValue(), other.doubleValue());
                    case LocalDate day when right instanceof LocalDate other ->
                            day.compareTo(other);
                    case Instant at when right instanceof Instant other -> at.compareTo(other);
                    case Enum<?> one when right instanceof Enum<?> other ->
                            Integer.compare(one.ordinal(), other.ordinal());
                    default -> collator.compare(text(left), text(right));
                };
    }

    private static String text(Object weight) {
        return weight instanceof CollationKey key ? key.getSourceString() : weight.toString();
    }
}
