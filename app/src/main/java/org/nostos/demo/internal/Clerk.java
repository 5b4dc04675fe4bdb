package org.nostos.demo.internal;

import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes people down as somebody with a pen, a habit and too little time does.
///
/// What a clerk leaves out is an empty cell; what a clerk gets wrong stays within one letter, one
/// digit or one year, as in real lists.
final class Clerk {

    private static final int SLIP = 5;
    private static final int OTHER_SCHOOL = 18;

    private final Chance chance;
    private final Habit habit;

    Clerk(Chance chance, Habit habit) {
        this.chance = chance;
        this.habit = habit;
    }

    /// One part of a name, spelled by habit, now and then by somebody else's, now and then wrongly.
    String name(Name name) {
        Habit school =
                Habit.LATIN.contains(habit) && chance.in100(OTHER_SCHOOL)
                        ? chance.oneOf(Habit.LATIN)
                        : habit;
        String written = loosely(name.written(school));
        return chance.in100(SLIP) ? slipOfThePen(written) : written;
    }

    /// A throw of the clerk's day: a whole number from the first to the last, both included.
    int between(int first, int last) {
        return chance.between(first, last);
    }

    /// One of these words.
    String oneOf(String... words) {
        return chance.oneOf(List.of(words));
    }

    /// The parts one after the other, in one cell.
    String names(Name... parts) {
        return Stream.of(parts).map(this::name).collect(Collectors.joining(" "));
    }

    /// The part, or nothing in so many of a hundred cases.
    String nameUnlessMissing(int missing, Name name) {
        return chance.in100(missing) ? "" : name(name);
    }

    /// The text, or nothing in so many of a hundred cases.
    String unlessMissing(int missing, String text) {
        return chance.in100(missing) ? "" : text;
    }

    /// A number copied by hand: one digit wrong in so many of a hundred cases.
    String number(int wrong, String number) {
        if (!chance.in100(wrong)) {
            return number;
        }
        int at = chance.between(1, number.length() - 1);
        return number.substring(0, at) + chance.between(0, 9) + number.substring(at + 1);
    }

    /// The state, seldom that of somebody else.
    String state(State state) {
        return (chance.in100(2) ? chance.oneOf(State.ALL) : state).written(habit);
    }

    /// The date as it was told: seldom a year off, seldom with day and month exchanged.
    LocalDate remembered(LocalDate born) {
        LocalDate told = chance.in100(5) ? born.plusYears(chance.in100(50) ? 1 : -1) : born;
        boolean exchanged = chance.in100(3) && told.getDayOfMonth() <= 12;
        return exchanged
                ? LocalDate.of(told.getYear(), told.getDayOfMonth(), told.getMonthValue())
                : told;
    }

    static String dayFirst(LocalDate day, String between) {
        return String.format(
                Locale.ROOT,
                "%02d%s%02d%s%d",
                day.getDayOfMonth(),
                between,
                day.getMonthValue(),
                between,
                day.getYear());
    }

    /// The day in the Umm al-Qura calendar, year first, with the sign of the Hijra.
    static String hijri(LocalDate day) {
        HijrahDate date = HijrahDate.from(day);
        return String.format(
                Locale.ROOT,
                "%d/%02d/%02d هـ",
                date.get(ChronoField.YEAR_OF_ERA),
                date.get(ChronoField.MONTH_OF_YEAR),
                date.get(ChronoField.DAY_OF_MONTH));
    }

    /// The digits of the Arabic script.
    static String eastern(String text) {
        return text.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '٠' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private String loosely(String written) {
        return switch (habit) {
            case ARABIC -> looseArabic(written);
            case CYRILLIC -> chance.in100(70) ? written.replace('ё', 'е') : written;
            case PLAIN, FRENCH, ENGLISH, TURKIC -> looseLatin(written);
        };
    }

    private String looseArabic(String written) {
        String text = chance.in100(45) ? written.replaceAll("[أإآ]", "ا") : written;
        text = chance.in100(15) ? text.replaceAll("ة\\b", "ه") : text;
        return chance.in100(8) ? text.replaceAll("ي\\b", "ى") : text;
    }

    private String looseLatin(String written) {
        String text = chance.in100(12) ? written.replaceAll("(\\p{L})\\1", "$1") : written;
        text = chance.in100(10) ? text.replaceAll("a\\b", "ah") : text;
        return chance.in100(10) ? text.replaceAll("^(Al|El|al)[ -]", "") : text;
    }

    private String slipOfThePen(String written) {
        if (written.length() < 4) {
            return written;
        }
        int at = chance.between(1, written.length() - 2);
        String before = written.substring(0, at);
        String after = written.substring(at + 1);
        char letter = written.charAt(at);
        return switch (chance.oneOf(List.of(Slip.DROPPED, Slip.DOUBLED, Slip.EXCHANGED))) {
            case DROPPED -> before + after;
            case DOUBLED -> before + letter + letter + after;
            case EXCHANGED -> before + after.charAt(0) + letter + after.substring(1);
        };
    }

    private enum Slip {
        DROPPED,
        DOUBLED,
        EXCHANGED
    }
}
