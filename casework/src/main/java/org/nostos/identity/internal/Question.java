package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was typed into the search, taken apart: words of a name, a date of birth, a number.
///
/// @param name words without a digit
/// @param born `yyyy`, `yyyy-mm`, `yyyy-mm-dd`, or empty
/// @param number letters and digits of a number that may go on, or empty
/// @param person the beginning of a person's number (`N-2026-0001`), or empty
/// @param ordinal the last part of a person's number, or 0
record Question(String name, String born, String number, String person, long ordinal) {

    private static final int SHORTEST_NUMBER = 3;
    private static final int LONGEST_ORDINAL = 12;

    private static final Pattern YEAR_FIRST =
            Pattern.compile("((?:1[89]|20)\\d\\d)(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?:(\\d{1,2})[-/.])?(\\d{1,2})[-/.]((?:1[89]|20)\\d\\d)");
    private static final Pattern PERSON = Pattern.compile("N(\\d{4})(\\d*)");

    static Question read(String typed, String bornTyped) {
        String born = date(digits(bornTyped.strip()));
        List<String> words = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        String[] parts = digits(typed.strip()).split("\\s+");
        for (String part : parts) {
            String date = date(part);
            if (!date.isEmpty()) {
                born = date;
            } else if (part.chars().anyMatch(Character::isDigit)) {
                numbers.add(part);
            } else {
                words.add(part);
            }
        }
        if (numbers.isEmpty()) {
            return new Question(String.join(" ", words), born, "", "", 0);
        }
        // The letter before a number, written apart, is the number's.
        List<String> lettersOfNumbers =
                words.stream().filter(word -> plain(word).length() == 1).toList();
        words.removeAll(lettersOfNumbers);
        String number = plain(String.join("", lettersOfNumbers) + String.join("", numbers));
        Matcher person = PERSON.matcher(number.toUpperCase(Locale.ROOT));
        boolean ofPerson = person.matches();
        return new Question(
                String.join(" ", words),
                born,
                number.length() < SHORTEST_NUMBER ? "" : number,
                ofPerson ? "N-" + person.group(1) + "-" + person.group(2) : "",
                ordinal(number));
    }

    boolean isEmpty() {
        return name.isEmpty() && born.isEmpty() && number.isEmpty();
    }

    private static long ordinal(String number) {
        boolean bare =
                number.length() <= LONGEST_ORDINAL
                        && number.length() >= SHORTEST_NUMBER
                        && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return bare ? Long.parseLong(number) : 0;
    }

    private static String date(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return date(first.group(1), first.group(2), first.group(3));
        }
        Matcher last = YEAR_LAST.matcher(text);
        return last.matches() ? date(last.group(3), last.group(2), last.group(1)) : "";
    }

    private static String date(String year, String month, String day) {
        if (month == null) {
            return year;
        }
        int m = Integer.parseInt(month);
        if (m < 1 || m > 12) {
            return year;
        }
        String upToMonth = String.format(Locale.ROOT, "%s-%02d", year, m);
        return day == null
                ? upToMonth
                : String.format(Locale.ROOT, "%s-%02d", upToMonth, Integer.parseInt(day));
    }

    /// Letters and digits alone, digits of any script as those of this one.
    static String plain(String number) {
        StringBuilder kept = new StringBuilder(number.length());
        digits(number)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    private static String digits(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
