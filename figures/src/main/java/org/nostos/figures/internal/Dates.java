package org.nostos.figures.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the dates, times and years of a text, so that their numbers are not taken for figures.
final class Dates {
    private static final List<String> ORDER =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final Set<String> YEAR_BEFORE =
            Set.of(
                    "in", "since", "by", "until", "till", "of", "from", "early", "late", "mid",
                    "during", "after", "before", "between", "end", "and", "to", "summer", "winter",
                    "spring", "autumn", "year", "عام", "منذ", "سنه", "في", "©");

    /// A date at tokens `from` up to but without `to`, as `2024`, `2024-03` or `2024-03-14`.
    record Found(int from, int to, String date) {
        boolean wholeDay() {
            return date.length() == "2024-03-14".length();
        }
    }

    private final List<Token> tokens;
    private final boolean[] spent;
    private final List<Found> found = new ArrayList<>();

    private Dates(List<Token> tokens, boolean[] spent) {
        this.tokens = tokens;
        this.spent = spent;
    }

    /// The dates in order; their tokens are marked as spent.
    static List<Found> in(List<Token> tokens, boolean[] spent) {
        Dates dates = new Dates(tokens, spent);
        for (int i = 0; i < tokens.size(); i++) {
            if (!spent[i]) {
                dates.at(i);
            }
        }
        return dates.found;
    }

    private void at(int i) {
        Token token = tokens.get(i);
        if (token.isNumber()) {
            boolean read = parted(i) || dayFirst(i) || clock(i) || year(i);
            if (!read && decade(i)) {
                spent[i] = true;
            }
        } else if (Words.MONTHS.contains(token.word()) && token.isCapitalised()) {
            monthFirst(i);
        }
    }

    /// 30-01-2022, 2022-01-30, 30/1/2022, 30.01.2022.
    private boolean parted(int i) {
        if (i + 2 < tokens.size()
                && tokens.get(i).text().matches("\\d{1,2}\\.\\d{1,2}")
                && mark(i + 1, ".")) {
            String[] parts = tokens.get(i).text().split("\\.", -1);
            return add(
                    i, i + 3, whole(i + 2), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
        }
        if (i + 4 >= tokens.size()
                || !(mark(i + 1, "-") || mark(i + 1, "/") || mark(i + 1, "."))
                || !tokens.get(i + 3).is(tokens.get(i + 1).text())
                || !tokens.get(i + 1).touches(tokens.get(i))) {
            return false;
        }
        int first = whole(i);
        int second = whole(i + 2);
        int third = whole(i + 4);
        return isYear(first)
                ? add(i, i + 5, first, second, third)
                : second > 12
                        ? add(i, i + 5, third, first, second)
                        : add(i, i + 5, third, second, first);
    }

    private boolean dayFirst(int i) {
        int day = whole(i);
        int at = i + 1;
        if (at + 1 < tokens.size() && (mark(at, "-") || mark(at, "–")) && whole(at + 1) > 0) {
            at += 2;
        }
        boolean ordinal =
                at < tokens.size()
                        && tokens.get(at).touches(tokens.get(at - 1))
                        && tokens.get(at).word().matches("st|nd|rd|th");
        at += ordinal ? 1 : 0;
        at += at < tokens.size() && tokens.get(at).is("of") ? 1 : 0;
        if (day < 1 || day > 31 || at >= tokens.size() || !isMonth(at)) {
            return false;
        }
        int month = month(at);
        int year = at + 1 < tokens.size() ? whole(at + 1) : -1;
        if (isYear(year)) {
            return add(i, at + 2, year, month, day);
        }
        spend(i, at + 1);
        return true;
    }

    private void monthFirst(int i) {
        int at = i + 1 < tokens.size() && mark(i + 1, ".") ? i + 2 : i + 1;
        if (at >= tokens.size() || !tokens.get(at).isNumber()) {
            return;
        }
        int number = whole(at);
        if (isYear(number)) {
            add(i, at + 1, number, month(i), 0);
        } else if (number >= 1 && number <= 31) {
            int comma = at + 1 < tokens.size() && mark(at + 1, ",") ? at + 2 : at + 1;
            int year = comma < tokens.size() ? whole(comma) : -1;
            if (isYear(year)) {
                add(i, comma + 1, year, month(i), number);
            } else {
                spend(i, at + 1);
            }
        }
    }

    private boolean clock(int i) {
        boolean time =
                i + 2 < tokens.size()
                        && mark(i + 1, ":")
                        && tokens.get(i + 2).isNumber()
                        && tokens.get(i + 2).touches(tokens.get(i + 1));
        if (time) {
            spend(i, i + 3);
        }
        return time;
    }

    private boolean year(int i) {
        if (!isYear(whole(i)) || tokens.get(i).text().length() != 4) {
            return false;
        }
        boolean counts =
                i + 1 < tokens.size() && Lexicon.noun(tokens.get(i + 1).word()) != null
                        || i + 1 < tokens.size() && Lexicon.isTrigger(tokens.get(i + 1).word());
        boolean before = i > 0 && YEAR_BEFORE.contains(tokens.get(i - 1).word());
        if (counts && !before) {
            return false;
        }
        return add(i, i + 1, whole(i), 0, 0);
    }

    private boolean decade(int i) {
        return isYear(whole(i)) && i + 1 < tokens.size() && tokens.get(i + 1).is("s");
    }

    private boolean isMonth(int i) {
        return Words.MONTHS.contains(tokens.get(i).word()) && tokens.get(i).isCapitalised();
    }

    private int month(int i) {
        return ORDER.indexOf(tokens.get(i).word().substring(0, 3)) + 1;
    }

    private boolean mark(int i, String mark) {
        return tokens.get(i).is(mark);
    }

    private int whole(int i) {
        BigDecimal value = i < tokens.size() ? tokens.get(i).value() : null;
        return value == null || value.scale() > 0 || value.precision() > 4 ? -1 : value.intValue();
    }

    private static boolean isYear(int number) {
        return number >= 1900 && number < 2100;
    }

    private boolean add(int from, int to, int year, int month, int day) {
        if (!isYear(year) || month > 12 || day > 31 || month < 0 || day < 0) {
            return false;
        }
        found.add(new Found(from, to, written(year, month, day)));
        spend(from, to);
        return true;
    }

    private static String written(int year, int month, int day) {
        if (month == 0) {
            return Integer.toString(year);
        }
        String text = String.format(Locale.ROOT, "%04d-%02d", year, month);
        return day == 0 ? text : text + String.format(Locale.ROOT, "-%02d", day);
    }

    private void spend(int from, int to) {
        for (int i = from; i < to; i++) {
            spent[i] = true;
        }
    }

    /// The day of the report itself: the first whole date near its top.
    static @Nullable String ofReport(List<Found> found, List<Sentence> sentences) {
        int top = sentences.size() < 12 ? Integer.MAX_VALUE : sentences.get(11).to();
        return found.stream()
                .filter(date -> date.wholeDay() && date.from() < top)
                .map(Found::date)
                .findFirst()
                .orElse(null);
    }
}
