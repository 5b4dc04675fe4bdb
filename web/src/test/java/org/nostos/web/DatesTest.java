package org.nostos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class DatesTest {

    private final Dates dates = new Dates(bundle());

    @BeforeEach
    void readEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aDayIsWrittenInBothCalendarsWithTheMonthInLetters() {
        LocalDate day = LocalDate.of(2026, 5, 14);
        assertThat(dates.longDay(day)).isEqualTo("Thursday 14 May 2026");
        assertThat(dates.day(day)).isEqualTo("14 May 2026");
        assertThat(dates.hijri(day)).isEqualTo("27 Dhu al-Qaʿda 1447");
    }

    @Test
    void aDayOutsideTheHijriTablesHasNone() {
        assertThat(dates.hijri(LocalDate.of(1700, 1, 1))).isEmpty();
        assertThat(dates.hijri(LocalDate.of(2300, 1, 1))).isEmpty();
    }

    @Test
    void anHourIsOfTwentyFour() {
        assertThat(dates.moment(Instant.parse("2026-05-14T21:05:59Z")))
                .isEqualTo("14 May 2026, 21:05");
    }

    @Test
    void inArabicADayIsSaidInBothCalendarsWithTheMonthsOfIraqAndSyriaAndLatinDigits() {
        LocaleContextHolder.setLocale(Language.ARABIC.locale());
        LocalDate day = LocalDate.of(2026, 1, 14);
        assertThat(dates.gregorian(day)).isEqualTo("14 كانون الثاني 2026");
        assertThat(dates.day(day)).startsWith("14 كانون الثاني 2026 (25 ").endsWith(" 1447)");
        assertThat(dates.beside(day)).startsWith("25 ").endsWith(" 1447");
        assertThat(dates.month(LocalDate.of(2026, 8, 1))).isEqualTo("آب");
        assertThat(dates.moment(Instant.parse("2026-05-14T21:05:59Z")))
                .isEqualTo("14 أيار 2026، 21:05");
    }

    @Test
    void inKurdishTheMonthsAreKurdish() {
        LocaleContextHolder.setLocale(Language.SORANI.locale());
        assertThat(dates.gregorian(LocalDate.of(2026, 5, 14))).startsWith("14 ").endsWith(" 2026");
        assertThat(dates.gregorian(LocalDate.of(2026, 5, 14))).doesNotContain("May", "M05");
        LocaleContextHolder.setLocale(Language.KURMANJI.locale());
        assertThat(dates.gregorian(LocalDate.of(2026, 1, 14))).isEqualTo("14 rêbendan 2026");
        assertThat(dates.beside(LocalDate.of(2026, 1, 14))).isEmpty();
    }

    private static ResourceBundleMessageSource bundle() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasename("messages");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        return bundle;
    }
}
