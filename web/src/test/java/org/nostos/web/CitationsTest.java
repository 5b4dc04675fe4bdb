package org.nostos.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nostos.basics.Citation;
import org.springframework.context.i18n.LocaleContextHolder;

class CitationsTest {

    private final Citations citations = new Citations(new IsolatingMessages());

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "art. 136|المادة [136]",
                "art. 17(3)(c)|المادة [17(3)(c)]",
                "arts. 18(2), 20(1)|المواد [18(2)]، [20(1)]",
                "paras. 33–38|الفقرات [33–38]",
                "rule 7|القاعدة [7]",
                "art. 6, annexes 1 and 2|المادة [6]، الملحقات [1] و[2]",
                "ch. 5, para. 5.26 (12th ed.)|ch. 5, para. 5.26 (12th ed.)",
                "Protocol No. 4, art. 3(2)|Protocol No. 4, art. 3(2)",
            })
    void aPlaceIsSaidInArabicOrLeftWholeInEnglish(String place, String said) {
        LocaleContextHolder.setLocale(Language.ARABIC.locale());
        assertThat(citations.place(new Citation("ICCPR", place)))
                .isEqualTo(said.replace('[', '\u2066').replace(']', '\u2069'));
    }

    @Test
    void anInstrumentThatNobodyTranslatedStaysInEnglish() {
        LocaleContextHolder.setLocale(Language.ARABIC.locale());
        assertThat(citations.instrument(new Citation("Fourth Geneva Convention", "art. 136")))
                .isEqualTo("اتفاقية جنيف الرابعة");
        assertThat(citations.instrument(new Citation("Treaty of the Orchard", "art. 1")))
                .isEqualTo("Treaty of the Orchard");
    }

    @Test
    void inEnglishACitationIsAsItIsWritten() {
        LocaleContextHolder.setLocale(Language.ENGLISH.locale());
        assertThat(citations.line(new Citation("Fourth Geneva Convention", "art. 136")))
                .isEqualTo("Fourth Geneva Convention, art. 136");
    }
}
