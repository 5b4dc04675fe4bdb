package org.nostos.web.lists;

import org.jspecify.annotations.Nullable;

/// The language a received text is marked with, as far as its letters tell: only that it is written
/// in Arabic letters, which are set larger.
final class Tongue {

    private Tongue() {}

    static @Nullable String of(String text) {
        return text.codePoints()
                        .anyMatch(letter ->
                                Character.UnicodeScript.of(letter)
                                        == Character.UnicodeScript.ARABIC)
                ? "ar"
                : null;
    }
}
