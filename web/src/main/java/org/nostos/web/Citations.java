package org.nostos.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nostos.basics.Citation;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Where a rule is written, as the reader's language names it. An instrument without a name there, and a
/// place in other words than articles, paragraphs and the like, stay in English. Templates say
/// `@citations`.
@Component("citations")
public class Citations {

    private static final Pattern WORD =
            Pattern.compile("\\b(arts?|paras?|rules?|ch|annex(?:es)?|vol|no|p)\\b\\.?");

    /// Runs from the left, letters of sub-paragraphs with it: `17(3)(c)`, `33–38`.
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.–-]\\d+)*(?:\\(\\w+\\))*");

    private static final Pattern SAYS_MORE = Pattern.compile("[A-Za-z]{2,}");
    private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
    private static final char POP_ISOLATE = '\u2069';

    private final MessageSource messages;

    Citations(MessageSource messages) {
        this.messages = messages;
    }

    /// `Fourth Geneva Convention`
    public String instrument(Citation citation) {
        return word("instrument." + slug(citation.instrument()), citation.instrument());
    }

    /// `art. 136`
    public String place(Citation citation) {
        return language() == Language.ENGLISH ? citation.place() : translated(citation.place());
    }

    /// `Fourth Geneva Convention, art. 136`
    public String line(Citation citation) {
        String comma = language().rightToLeft() ? "، " : ", ";
        return instrument(citation) + comma + place(citation);
    }

    /// The end of an instrument's message: `fourth-geneva-convention`.
    static String slug(String instrument) {
        return instrument
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private String translated(String place) {
        String rest = NUMBER.matcher(WORD.matcher(place).replaceAll("")).replaceAll("");
        if (SAYS_MORE.matcher(rest.replace(" and ", " ")).find()) {
            return place;
        }
        String said =
                WORD.matcher(place)
                        .replaceAll(word ->
                                Matcher.quoteReplacement(
                                        word("citation." + word.group(1), word.group())));
        boolean turns = language().rightToLeft();
        String numbered =
                turns
                        ? NUMBER.matcher(said)
                                .replaceAll(LEFT_TO_RIGHT_ISOLATE + "$0" + POP_ISOLATE)
                        : said;
        return numbered.replace(", ", turns ? "، " : ", ")
                .replace(" and ", " " + word("citation.and", "and") + (turns ? "" : " "));
    }

    private String word(String key, String otherwise) {
        String said = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return said == null ? otherwise : said;
    }

    private static Language language() {
        return Language.of(LocaleContextHolder.getLocale());
    }
}
