package org.nostos.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language of the pages. Each has a bundle, `messages_TAG.properties`; English is the bundle itself,
/// and what another does not say is said in English.
///
/// Digits are Latin in every one of them: a number on a page is compared with a number on a paper, in a
/// spreadsheet or a passport (ADR 0025). Months are those of Iraq and Syria.
public enum Language {
    ENGLISH("en", "en", "English", true),
    ARABIC("ar", "ar-IQ-u-nu-latn", "العربية", true),
    SORANI("ckb", "ckb-IQ-u-nu-latn", "کوردیی ناوەندی", false),
    KURMANJI("kmr", "kmr-u-nu-latn", "Kurmancî", false);

    private static final Locale KURDISH = Locale.forLanguageTag("ku");

    private final String tag;
    private final Locale locale;
    private final String ownName;
    private final boolean whole;

    Language(String tag, String locale, String ownName, boolean whole) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(locale);
        this.ownName = ownName;
        this.whole = whole;
    }

    /// The language of this tag: `ar`.
    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
    }

    /// The language whose words this locale calls for.
    public static Language of(Locale locale) {
        return tagged(locale.getLanguage()).orElse(ENGLISH);
    }

    /// As it stands in `lang`, in the cookie, with the account.
    public String tag() {
        return tag;
    }

    /// What words and numbers are asked for with.
    public Locale locale() {
        return locale;
    }

    /// What the JDK knows the names of its months and days by.
    public Locale ofMonths() {
        return this == KURMANJI ? KURDISH : locale;
    }

    /// How it calls itself.
    public String ownName() {
        return ownName;
    }

    public boolean rightToLeft() {
        return this == ARABIC || this == SORANI;
    }

    /// The value of `dir`.
    public String direction() {
        return rightToLeft() ? "rtl" : "ltr";
    }

    /// Whether every word is there. One that is not is never guessed from what a browser prefers, and each
    /// of its pages says so.
    public boolean isWhole() {
        return whole;
    }

    /// Whether a day in a sentence is said in both calendars.
    public boolean saysBothCalendars() {
        return this == ARABIC;
    }
}
