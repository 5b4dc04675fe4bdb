package org.nostos.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// How days and hours are written: Gregorian with the month in letters, and Hijri (Umm al-Qura)
/// beside it. Templates say `@dates`. Hours are UTC, of 24.
@Component("dates")
public class Dates {

    private static final LocalDate HIJRI_FROM = LocalDate.from(HijrahDate.of(1300, 1, 1));
    private static final LocalDate HIJRI_TO = LocalDate.from(HijrahDate.of(1600, 12, 29));

    private final MessageSource messages;

    Dates(MessageSource messages) {
        this.messages = messages;
    }

    /// `14 May 2026`; in a language that says both calendars, the Hijri day in brackets after it.
    public String day(LocalDate day) {
        String hijri = beside(day);
        return hijri.isEmpty() ? gregorian(day) : gregorian(day) + " (" + hijri + ")";
    }

    /// `14 May 2026`, where the Hijri day has a place of its own.
    public String gregorian(LocalDate day) {
        return format(day, "d MMM uuuu");
    }

    /// `14 May`, for tables whose year is plain.
    public String dayOfYear(LocalDate day) {
        return format(day, "d MMM");
    }

    /// `Thursday 14 May 2026`, for headings.
    public String longDay(LocalDate day) {
        return format(day, "EEEE d MMMM uuuu");
    }

    /// `14 May 2026, 09:05`
    public String moment(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC)
                .format(formatter("d MMM uuuu" + comma() + "HH:mm"));
    }

    /// The Hijri day, in languages that say both calendars everywhere; nothing in others.
    public String beside(LocalDate day) {
        return language().saysBothCalendars() ? hijri(day) : "";
    }

    /// `27 Dhu al-Qaʿda 1447`; nothing for days outside the Umm al-Qura calendar.
    public String hijri(LocalDate day) {
        if (day.isBefore(HIJRI_FROM) || day.isAfter(HIJRI_TO)) {
            return "";
        }
        HijrahDate hijri = HijrahDate.from(day);
        return hijri.get(ChronoField.DAY_OF_MONTH)
                + " "
                + month(hijri)
                + " "
                + hijri.get(ChronoField.YEAR);
    }

    /// `May`, with the year in January: for the line of the tracks.
    public String month(LocalDate day) {
        return format(day, day.getMonthValue() == 1 ? "MMM uuuu" : "MMM");
    }

    /// `Thu`, for the columns of a calendar.
    public String weekday(LocalDate day) {
        return format(day, "EEE");
    }

    /// `27 Dhu al-Qaʿda`; nothing for days outside the Umm al-Qura calendar.
    public String hijriDay(LocalDate day) {
        return day.isBefore(HIJRI_FROM) || day.isAfter(HIJRI_TO)
                ? ""
                : HijrahDate.from(day).get(ChronoField.DAY_OF_MONTH) + " " + hijriMonth(day);
    }

    /// `November 2026`
    public String longMonth(LocalDate day) {
        return format(day, "LLLL uuuu");
    }

    /// The Hijri month of the day; nothing for days outside the Umm al-Qura calendar.
    public String hijriMonth(LocalDate day) {
        return day.isBefore(HIJRI_FROM) || day.isAfter(HIJRI_TO) ? "" : month(HijrahDate.from(day));
    }

    /// The day on which the moment fell, in UTC.
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /// Today, in UTC.
    public LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private String month(HijrahDate hijri) {
        String key = "hijri.month." + hijri.get(ChronoField.MONTH_OF_YEAR);
        return messages.getMessage(key, null, locale());
    }

    private static String format(LocalDate day, String pattern) {
        return day.format(formatter(pattern));
    }

    /// English alone shortens its months.
    private static DateTimeFormatter formatter(String pattern) {
        Language language = language();
        String months =
                language == Language.ENGLISH
                        ? pattern
                        : pattern.replaceAll("(?<!M)MMM(?!M)", "MMMM");
        return DateTimeFormatter.ofPattern(months, language.ofMonths());
    }

    private static String comma() {
        return language().rightToLeft() ? "، " : ", ";
    }

    private static Language language() {
        return Language.of(locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
