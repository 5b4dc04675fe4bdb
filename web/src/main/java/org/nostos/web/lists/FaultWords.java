package org.nostos.web.lists;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import org.nostos.basics.PartialDate.DateCalendar;
import org.nostos.lists.RowProblem;
import org.nostos.web.Language;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// What is wrong with a row, in the reader's language.
@Component
class FaultWords {

    private static final String MONTH = "month.";

    private final MessageSource messages;

    FaultWords(MessageSource messages) {
        this.messages = messages;
    }

    String why(RowProblem problem) {
        Object[] arguments = problem.arguments().stream().map(this::argument).toArray();
        return words("lists.fault." + problem.fault().key(), arguments);
    }

    String then(RowProblem problem) {
        return words("lists.fate." + problem.fate());
    }

    /// A month of a calendar (`month.HIJRI.9`) by its name; anything else as it is.
    private String argument(String argument) {
        if (!argument.startsWith(MONTH)) {
            return argument;
        }
        String[] parts = argument.split("\\.");
        return switch (DateCalendar.valueOf(parts[1])) {
            case GREGORIAN ->
                    Month.of(Integer.parseInt(parts[2]))
                            .getDisplayName(TextStyle.FULL, Language.of(locale()).ofMonths());
            case HIJRI -> words("hijri.month." + parts[2]);
            case PERSIAN -> words("persian.month." + parts[2]);
        };
    }

    String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
