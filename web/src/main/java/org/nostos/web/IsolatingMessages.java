package org.nostos.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/// The words of the pages. What fills them (a name, a number of a note, a word of another script) stands
/// between isolates wherever it could turn the sentence around it.
final class IsolatingMessages extends ResourceBundleMessageSource {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    IsolatingMessages() {
        setBasename("messages");
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
    }

    @Override
    protected @Nullable Object[] resolveArguments(
            @Nullable Object @Nullable [] arguments, @Nullable Locale locale) {
        boolean rightToLeft = locale != null && Language.of(locale).rightToLeft();
        return Arrays.stream(super.resolveArguments(arguments, locale))
                .map(argument -> isolated(argument, rightToLeft))
                .toArray();
    }

    private static @Nullable Object isolated(@Nullable Object argument, boolean rightToLeft) {
        if (argument == null || argument instanceof Number) {
            return argument;
        }
        String text = argument.toString();
        return turns(text, rightToLeft) ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : argument;
    }

    /// In a sentence that runs from the right, every word may; in one from the left, those that do not.
    private static boolean turns(String text, boolean rightToLeft) {
        return rightToLeft ? !text.isEmpty() : text.codePoints().anyMatch(IsolatingMessages::isRtl);
    }

    private static boolean isRtl(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
