package org.nostos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.NumberFormat;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nostos.basics.StateCode;

class LanguageTest {

    private final Locale systems = Locale.getDefault();

    @AfterEach
    void putTheSystemsLanguageBack() {
        Locale.setDefault(systems);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|ENGLISH",
                "ar|ARABIC",
                "ar-SY,ar;q=0.9,en;q=0.8|ARABIC",
                "fr-FR,fr;q=0.9,ar;q=0.8,en;q=0.1|ARABIC",
                "en;q=0.8,ar;q=0.9|ARABIC",
                "ar;q=0,en|ENGLISH",
                "fr|ENGLISH",
                "ckb-IQ,ar;q=0.5|ARABIC",
                "ku,kmr|ENGLISH",
                "*|ENGLISH",
                "not a language at all; q=much|ENGLISH",
            })
    void theFirstWholeLanguageThatABrowserPrefersIsSpoken(String accepted, Language spoken) {
        assertThat(ChosenLanguage.preferred(accepted)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @EnumSource
    void digitsAreLatinInEveryLanguage(Language language) {
        assertThat(NumberFormat.getIntegerInstance(language.locale()).format(7012))
                .isEqualTo("7,012");
    }

    @Test
    void aNameFromTheOtherDirectionIsKeptApartFromTheSentence() {
        IsolatingMessages messages = new IsolatingMessages();
        Locale english = Language.ENGLISH.locale();
        assertThat(messages.getMessage("page.title", new Object[] {"Cases"}, english))
                .isEqualTo("Cases · Nostos");
        assertThat(messages.getMessage("page.title", new Object[] {"زيتون"}, english))
                .isEqualTo("\u2068زيتون\u2069 · Nostos");
        assertThat(
                        messages.getMessage(
                                "page.title", new Object[] {"Olive"}, Language.ARABIC.locale()))
                .startsWith("\u2068Olive\u2069");
        assertThat(messages.getMessage("page.title", new Object[] {7}, Language.ARABIC.locale()))
                .startsWith("7");
        assertThat(
                        messages.getMessage(
                                "page.title",
                                new Object[] {new StateCode("XMD")},
                                Language.ARABIC.locale()))
                .startsWith("\u2068XMD\u2069");
    }

    @Test
    void whatStandsBetweenWordsIsWrittenAsArabicIs() {
        assertThat(Punctuation.turned(", ")).isEqualTo("، ");
        assertThat(Punctuation.turned(" &middot; ")).isEqualTo(" &middot; ");
        assertThat(Punctuation.turned("; ")).isEqualTo("؛ ");
        assertThat(Punctuation.turned(" &larr; ")).isEqualTo(" → ");
    }

    /// On a server whose own language is Arabic, English pages are English.
    @Test
    void theServersOwnLanguageIsNobodys() {
        Locale.setDefault(Locale.forLanguageTag("ar-SY"));
        assertThat(new IsolatingMessages().getMessage("page.skip", null, Locale.ENGLISH))
                .isEqualTo("Skip to the page");
        assertThat(ChosenLanguage.preferred(null)).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases?to=XMA", "/people/0d6f1c9e-0000-4000-8000-000000000000"})
    void theWayLeadsBackToThePage(String back) {
        assertThat(LanguagePages.ofThisHouse(back)).isEqualTo(back);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example",
                "/\\elsewhere.example",
                "https://elsewhere.example/",
                "/\t/elsewhere.example",
                "/a\r\nSet-Cookie: x=y",
                "javascript:alert(1)",
                "",
                "/a\\b"
            })
    void theWayLeadsToNoOtherHouse(String back) {
        assertThat(LanguagePages.ofThisHouse(back)).isEqualTo("/");
    }
}
