package org.nostos.lists.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate.DateCalendar;

/// A written date taken apart, before anybody has decided what its numbers mean.
///
/// `numbers` are the numbers in the order written and `digits` how many digits each had. `month` is 0
/// unless the month was written as a word. `calendar` is the one that the text itself names, by a
/// mark or by the name of a month.
record DateText(
        int[] numbers,
        int[] digits,
        int month,
        @Nullable DateCalendar calendar,
        boolean about,
        boolean decade) {

    private static final int MOST_NUMBERS = 3;

    /// The parts of the text, or null if it is no date of any kind.
    static @Nullable DateText of(String written) {
        return new Parser(withoutTime(Folding.fold(written.strip()))).parse();
    }

    /// How many of the numbers can only be a year.
    int years() {
        int years = 0;
        for (int digit : digits) {
            years += digit >= 3 ? 1 : 0;
        }
        return years;
    }

    /// Where the only number stands that can only be a year, or -1.
    int yearAt() {
        int at = -1;
        for (int i = 0; i < digits.length; i++) {
            if (digits[i] >= 3) {
                if (at >= 0) {
                    return -1;
                }
                at = i;
            }
        }
        return at;
    }

    private static String withoutTime(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return text;
        }
        int start = colon;
        while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
            start--;
        }
        boolean iso = start > 0 && text.charAt(start - 1) == 't';
        return text.substring(0, iso ? start - 1 : start);
    }

    /// Goes once through the text, collecting numbers and looking words up, alone or with the next.
    private static final class Parser {

        private final String text;
        private final List<String> words = new ArrayList<>(2);
        private final int[] numbers = new int[MOST_NUMBERS];
        private final int[] digits = new int[MOST_NUMBERS];
        private int count;
        private int month;
        private @Nullable DateCalendar calendar;
        private boolean about;
        private boolean decade;

        Parser(String text) {
            this.text = text;
        }

        @Nullable DateText parse() {
            if (text.isEmpty() || text.charAt(0) == '-' || !split() || !understand()) {
                return null;
            }
            if (count == 0 || count == MOST_NUMBERS && month > 0) {
                return null;
            }
            return new DateText(
                    Arrays.copyOf(numbers, count),
                    Arrays.copyOf(digits, count),
                    month,
                    calendar,
                    about,
                    decade);
        }

        private boolean split() {
            int at = 0;
            while (at < text.length()) {
                char letter = text.charAt(at);
                int end = at + 1;
                if (letter >= '0' && letter <= '9') {
                    while (end < text.length() && isDigit(text.charAt(end))) {
                        end++;
                    }
                    if (!number(at, end)) {
                        return false;
                    }
                } else if (isWordLetter(letter)) {
                    while (end < text.length() && isWordLetter(text.charAt(end))) {
                        end++;
                    }
                    words.add(text.substring(at, end));
                } else if (letter == '?' || letter == '~' || letter == '±') {
                    about = true;
                } else if (!isBetween(letter)) {
                    return false;
                }
                at = end;
            }
            return true;
        }

        private boolean number(int from, int to) {
            int length = to - from;
            if (length == 8 && count == 0) {
                add(from, from + 4);
                add(from + 4, from + 6);
                add(from + 6, to);
                return true;
            }
            if (length > 4 || count == MOST_NUMBERS) {
                return false;
            }
            add(from, to);
            return true;
        }

        private void add(int from, int to) {
            numbers[count] = Integer.parseInt(text, from, to, 10);
            digits[count] = to - from;
            count++;
        }

        private boolean understand() {
            for (int i = 0; i < words.size(); i++) {
                DateWords.Meaning pair =
                        i + 1 < words.size() ? DateWords.of(words.get(i) + words.get(i + 1)) : null;
                DateWords.Meaning meaning = pair == null ? DateWords.of(words.get(i)) : pair;
                if (meaning == null || !take(meaning)) {
                    return false;
                }
                i += pair == null ? 0 : 1;
            }
            return true;
        }

        private boolean take(DateWords.Meaning meaning) {
            switch (meaning) {
                case DateWords.Meaning.Month found -> {
                    boolean second = month > 0;
                    month = found.number();
                    calendar = found.calendar();
                    return !second;
                }
                case DateWords.Meaning.Mark mark -> calendar = mark.calendar();
                case DateWords.Meaning.About _ -> about = true;
                case DateWords.Meaning.Decade _ -> decade = true;
                case DateWords.Meaning.Filler _ -> {}
            }
            return true;
        }

        private static boolean isDigit(char letter) {
            return letter >= '0' && letter <= '9';
        }

        private static boolean isWordLetter(char letter) {
            return Character.isLetter(letter);
        }

        private static boolean isBetween(char letter) {
            return Character.isWhitespace(letter) || "/-.,،–—_()'’\\ \u00A0".indexOf(letter) >= 0;
        }
    }
}
