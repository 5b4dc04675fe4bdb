package org.nostos.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.PartialDate;
import org.nostos.basics.PartialDate.DateCalendar;
import org.nostos.lists.AcceptedRecord;
import org.nostos.names.Script;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// How values of records are shown: as they were written, with their language, and with what a date
/// stands for beneath it. Templates say `@values`.
@Component("values")
public class Values {

    private final MessageSource messages;
    private final Dates dates;
    private final Numbers numbers;

    Values(MessageSource messages, Dates dates, Numbers numbers) {
        this.messages = messages;
        this.dates = dates;
        this.numbers = numbers;
    }

    /// The language attribute of a value, by its script: enough for fonts, direction and voices.
    public @Nullable String lang(String value) {
        return switch (Script.of(value)) {
            case ARABIC -> "ar";
            case CYRILLIC -> "und-Cyrl";
            case LATIN, OTHER -> null;
        };
    }

    /// What stands beneath a value: the days that a date of birth stands for, unless it says them.
    public @Nullable String note(AcceptedRecord record, FieldRole role) {
        PartialDate birth = record.birth();
        if (role != FieldRole.BIRTH_DATE) {
            return null;
        }
        if (birth == null) {
            return words("values.date-not-read");
        }
        if (birth.precision() == PartialDate.Precision.AGE) {
            return words(
                    "values.by-age",
                    dates.day(record.asOf()),
                    dates.day(birth.first()),
                    dates.day(birth.last()));
        }
        if (!birth.first().equals(birth.last())) {
            return words("values.between", dates.day(birth.first()), dates.day(birth.last()));
        }
        return birth.calendar() == DateCalendar.GREGORIAN
                ? dates.hijri(birth.first())
                : dates.day(birth.first());
    }

    /// What stands beneath a part of a name that the record gives only as a whole.
    public String fromFullName() {
        return words("values.from-full-name");
    }

    /// A number written as numbers are; any other text as it is.
    public String number(String text) {
        return text.matches("\\d{1,15}") ? numbers.whole(Long.parseLong(text)) : text;
    }

    /// The end of the role's message: `given-name`.
    public String key(FieldRole role) {
        return role.key().replace('_', '-');
    }

    /// The name that a list gives a record, in its order of names; its number where it gives none.
    public String name(AcceptedRecord record) {
        return orNoName(record.named());
    }

    /// A name as [org.nostos.lists.Records#names] has it.
    public String orNoName(String name) {
        return name.isEmpty() ? words("values.no-name") : name;
    }

    private String words(String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, arguments, locale);
    }
}
