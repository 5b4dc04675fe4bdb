package org.nostos.lists.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate.DateCalendar;

/// The words that stand in dates, in several languages, as `date-words.tsv` lists them.
final class DateWords {

    /// What a word in a date means.
    sealed interface Meaning {
        record Month(DateCalendar calendar, int number) implements Meaning {}

        record Mark(DateCalendar calendar) implements Meaning {}

        record About() implements Meaning {}

        record Decade() implements Meaning {}

        /// The number beside it is an age in years.
        record Age() implements Meaning {}

        record Filler() implements Meaning {}
    }

    private static final Map<String, Meaning> WORDS = read();

    private DateWords() {}

    /// What the folded word means, or null if it has no business in a date.
    static @Nullable Meaning of(String folded) {
        return WORDS.get(folded);
    }

    private static Map<String, Meaning> read() {
        Map<String, Meaning> words = new HashMap<>();
        for (String[] line : Folding.table("date-words.tsv")) {
            Meaning meaning = meaning(line[0], line[1]);
            for (int i = 2; i < line.length; i++) {
                words.put(Folding.fold(line[i]), meaning);
            }
        }
        return Map.copyOf(words);
    }

    private static Meaning meaning(String kind, String number) {
        return switch (kind) {
            case "gregorian" -> new Meaning.Month(DateCalendar.GREGORIAN, Integer.parseInt(number));
            case "hijri" -> new Meaning.Month(DateCalendar.HIJRI, Integer.parseInt(number));
            case "persian" -> new Meaning.Month(DateCalendar.PERSIAN, Integer.parseInt(number));
            case "mark-hijri" -> new Meaning.Mark(DateCalendar.HIJRI);
            case "mark-persian" -> new Meaning.Mark(DateCalendar.PERSIAN);
            case "mark-gregorian" -> new Meaning.Mark(DateCalendar.GREGORIAN);
            case "about" -> new Meaning.About();
            case "decade" -> new Meaning.Decade();
            case "age" -> new Meaning.Age();
            case "filler" -> new Meaning.Filler();
            default -> throw new IllegalStateException("date-words.tsv knows no kind " + kind);
        };
    }
}
