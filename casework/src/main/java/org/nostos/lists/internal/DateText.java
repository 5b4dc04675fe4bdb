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
/// mark or by the name of a month. `age` says that the text calls its number an age.
record DateText(
        int[] numbers,
        int[] digits,
        int month,
        @Nullable DateCalendar calendar,
        boolean about,
        boolean decade,
        boolean age) {

    private static final int MOST_NUMBERS = 3;
    private static final int MOST_WORDS = 4;

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

    /// Whether the last number can be a year of two digits: no number stands behind it, and the ones
    /// before it can be a day and a month.
    boolean mayEndInShortYear() {
        int last = numbers.length - 1;
        if (digits[last] != 2 || last == 0 && month > 0) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (digits[i] > 2 || numbers[i] > 31) {
                return false;
            }
        }
        return true;
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

    /// Goes once through the text, collecting numbers and looking words up, alone or with those that
    /// follow. A 1 or 2 behind half the name of a month (“Kanun 2”) belongs to the name.
    private static final class Parser {

        private final String text;
        private final List<String> words = new ArrayList<>(2);
        private final int[] numbers = new int[MOST_NUMBERS];
        private final int[] digits = new int[MOST_NUMBERS];
        private int count;
        private boolean afterWord;
        private int month;
        private @Nullable DateCalendar calendar;
        private boolean about;
        private boolean decade;
        private boolean age;

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
                    decade,
                    age);
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
                    if (!completesMonth(at, end) && !number(at, end)) {
                        return false;
                    }
                    afterWord = false;
                } else if (isWordLetter(letter)) {
                    while (end < text.length() && isWordLetter(text.charAt(end))) {
                        end++;
                    }
                    words.add(text.substring(at, end));
                    afterWord = true;
                } else if (letter == '?' || letter == '؟' || letter == '~' || letter == '±') {
                    about = true;
                } else if (!isBetween(letter)) {
                    return false;
                }
                at = end;
            }
            return true;
        }

        private boolean completesMonth(int from, int to) {
            if (!afterWord || to - from != 1 || text.charAt(from) > '2') {
                return false;
            }
            String whole = words.getLast() + text.charAt(from);
            if (DateWords.of(whole) == null) {
                return false;
            }
            words.set(words.size() - 1, whole);
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
            int at = 0;
            while (at < words.size()) {
                int taken = takeLongest(at);
                if (taken == 0) {
                    return false;
                }
                at += taken;
            }
            return true;
        }

        /// Takes as many words from here on as one name has, and returns how many they were.
        private int takeLongest(int at) {
            for (int many = Math.min(MOST_WORDS, words.size() - at); many > 0; many--) {
                String joined =
                        many == 1 ? words.get(at) : String.join("", words.subList(at, at + many));
                DateWords.Meaning meaning = DateWords.of(joined);
                if (meaning != null) {
                    return take(meaning) ? many : 0;
                }
            }
            return 0;
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
                case DateWords.Meaning.Age _ -> age = true;
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
