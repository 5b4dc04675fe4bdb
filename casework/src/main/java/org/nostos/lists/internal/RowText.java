package org.nostos.lists.internal;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.lists.AcceptedRecord;

/// What two versions of a list compare of a row.
final class RowText {

    private RowText() {}

    /// The name a row gives, whole or put together from its parts; empty where it gives none.
    static String name(AcceptedRecord row) {
        String full = row.first(FieldRole.FULL_NAME);
        return full != null
                ? full
                : Stream.of(
                                FieldRole.GIVEN_NAME,
                                FieldRole.FATHER_NAME,
                                FieldRole.GRANDFATHER_NAME,
                                FieldRole.FAMILY_NAME)
                        .map(row::first)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }

    /// A number without its spelling: `A-0017` and `a 0017` are one, in any digits.
    static @Nullable String number(@Nullable String written) {
        if (written == null) {
            return null;
        }
        StringBuilder kept = new StringBuilder(written.length());
        written.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(letter ->
                        Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .forEach(kept::appendCodePoint);
        return kept.isEmpty() ? null : kept.toString().toLowerCase(Locale.ROOT);
    }
}
