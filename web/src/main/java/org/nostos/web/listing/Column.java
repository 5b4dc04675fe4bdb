package org.nostos.web.listing;

import org.jspecify.annotations.Nullable;

/// A column of a list: its key in the address, the message of its head, and what a row says in it.
///
/// @param value what a row says: text, a number, a day, a moment, or a constant that `words` names
/// @param words what stands before the value's name in the bundle (`note.state.`); null for text
/// @param chosen whether the reader may ask for one of its values
/// @param sorts whether the list can be put in its order
/// @param shown whether it stands on the page; the file has it in any case
public record Column<T>(
        String key,
        String head,
        Kind kind,
        Value<T> value,
        @Nullable String words,
        boolean chosen,
        boolean sorts,
        boolean shown) {

    public Column {
        if (!key.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("a column's key is small letters: " + key);
        }
    }

    /// What a row says in this column; null where it says nothing.
    @FunctionalInterface
    public interface Value<T> {
        @Nullable Object of(T row);
    }

    /// How its cells are written.
    public enum Kind {
        TEXT,
        NUMBER,
        /// Nothing that a file could hold: buttons.
        BARE
    }

    public static <T> Column<T> text(String key, String head, Value<T> value) {
        return new Column<>(key, head, Kind.TEXT, value, null, false, true, true);
    }

    public static <T> Column<T> number(String key, String head, Value<T> value) {
        return new Column<>(key, head, Kind.NUMBER, value, null, false, true, true);
    }

    /// A constant whose word is the message `words` + its name. A reader may ask for one of them.
    public static <T> Column<T> word(String key, String head, String words, Value<T> value) {
        return new Column<>(key, head, Kind.TEXT, value, words, true, true, true);
    }

    /// A column of buttons.
    public static <T> Column<T> bare(String head) {
        return new Column<>("do", head, Kind.BARE, row -> null, null, false, false, true);
    }

    /// The same, and a reader may ask for one of its values.
    public Column<T> choice() {
        return new Column<>(key, head, kind, value, words, true, sorts, shown);
    }

    /// The same, for the file alone.
    public Column<T> fileOnly() {
        return new Column<>(key, head, kind, value, words, chosen, sorts, false);
    }

    /// The same, by which nothing is sorted: the list has an order of its own.
    public Column<T> inItsOrder() {
        return new Column<>(key, head, kind, value, words, chosen, false, shown);
    }

    /// The same, in which nothing is sorted or chosen: the store cannot.
    public Column<T> still() {
        return new Column<>(key, head, kind, value, words, false, false, shown);
    }
}
