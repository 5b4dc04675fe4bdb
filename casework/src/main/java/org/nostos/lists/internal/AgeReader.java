package org.nostos.lists.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.basics.PartialDate.DateCalendar;
import org.nostos.basics.PartialDate.Precision;
import org.nostos.lists.RowFault;

/// Reads ages as the days on which somebody of that age on the day of the list may be born.
///
/// An age is a number of whole years, unless a word beside it says months, weeks or days. An age said
/// to be about right may be two years off.
final class AgeReader {

    private static final int OLDEST = 120;
    private static final int ABOUT_YEARS = 2;
    private static final Pattern AGE =
            Pattern.compile(
                    "(?<word>\\p{L}[\\p{L}\\s.:]*)?(?<about>[~±?]?)\\s*(?<from>\\d{1,3})"
                            + "(?:\\s*[-–/]\\s*(?<to>\\d{1,3}))?\\s*(?<unit>\\p{L}[\\p{L}\\s.]*)?(?<doubt>\\??)");

    private enum Unit {
        YEAR,
        MONTH,
        WEEK,
        DAY,
        ABOUT,
        FILLER
    }

    private static final Map<String, Unit> WORDS = read();

    private final LocalDate asOf;

    AgeReader(LocalDate asOf) {
        this.asOf = asOf;
    }

    DateRead read(String written) {
        String text = Folding.fold(written.strip());
        if (text.chars().noneMatch(Character::isLetterOrDigit)) {
            return new DateRead.None();
        }
        Matcher parts = AGE.matcher(text);
        return parts.matches() ? read(parts, written.strip()) : notRead();
    }

    private DateRead read(Matcher parts, String written) {
        Spoken spoken = new Spoken();
        if (!spoken.hear(parts.group("word")) || !spoken.hear(parts.group("unit"))) {
            return notRead();
        }
        int from = Integer.parseInt(parts.group("from"));
        int to = parts.group("to") == null ? from : Integer.parseInt(parts.group("to"));
        boolean about =
                spoken.about || !parts.group("about").isEmpty() || !parts.group("doubt").isEmpty();
        return switch (spoken.unit == null ? Unit.YEAR : spoken.unit) {
            case YEAR -> years(from, to, about ? ABOUT_YEARS : 0, asOf, written);
            case MONTH ->
                    born(asOf.minusMonths(to + 1L).plusDays(1), asOf.minusMonths(from), written);
            case WEEK -> born(asOf.minusDays(7L * to + 6), asOf.minusDays(7L * from), written);
            case DAY, ABOUT, FILLER -> born(asOf.minusDays(to), asOf.minusDays(from), written);
        };
    }

    /// Somebody of this many years on the day of the list.
    static DateRead years(int years, boolean about, LocalDate asOf, String written) {
        return years(years, years, about ? ABOUT_YEARS : 0, asOf, written);
    }

    private static DateRead years(int from, int to, int off, LocalDate asOf, String written) {
        return to > OLDEST || to < from
                ? notRead()
                : born(
                        asOf.minusYears(to + off + 1L).plusDays(1),
                        asOf.minusYears(Math.max(0, from - off)),
                        written);
    }

    private static DateRead born(LocalDate first, LocalDate last, String written) {
        return last.isBefore(first)
                ? notRead()
                : new DateRead.Known(
                        new PartialDate(
                                first, last, Precision.AGE, DateCalendar.GREGORIAN, written));
    }

    private static DateRead notRead() {
        return DateRead.Faulty.of(RowFault.AGE_NOT_READ);
    }

    /// What the words around the number came to.
    private static final class Spoken {

        private @Nullable Unit unit;
        private boolean about;

        boolean hear(@Nullable String words) {
            if (words == null) {
                return true;
            }
            for (String word : words.strip().split("[\\s.:]+")) {
                Unit meaning = WORDS.get(word);
                if (meaning == null) {
                    return false;
                }
                about |= meaning == Unit.ABOUT;
                unit = meaning == Unit.ABOUT || meaning == Unit.FILLER ? unit : meaning;
            }
            return true;
        }
    }

    private static Map<String, Unit> read() {
        Map<String, Unit> words = new HashMap<>();
        for (String[] line : Folding.table("age-words.tsv")) {
            for (int i = 1; i < line.length; i++) {
                words.put(Folding.fold(line[i]), Unit.valueOf(line[0]));
            }
        }
        return Map.copyOf(words);
    }
}
