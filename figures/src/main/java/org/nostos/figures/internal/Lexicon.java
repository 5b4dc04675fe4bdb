package org.nostos.figures.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Unit;

/// The words of the field, read once from the tables beside this class.
final class Lexicon {

    /// A state or a region. `adjective` says that the word was French, not France.
    record Land(String name, boolean state, boolean adjective) {}

    static final Phrases<Qualifier> HEDGES = new Phrases<>();
    static final Phrases<Qualifier> TRAILING_HEDGES = new Phrases<>();
    static final Phrases<Long> VAGUE = new Phrases<>();
    static final Phrases<Trigger> TRIGGERS = new Phrases<>();
    static final Phrases<Land> LANDS = new Phrases<>();
    static final Phrases<Boolean> FUTURE = new Phrases<>();
    private static final Map<String, Noun> NOUNS = new HashMap<>();
    private static final Set<String> TRIGGER_WORDS = new HashSet<>();

    static {
        for (String[] row : Tables.rows("hedges.tsv")) {
            HEDGES.add(row[0], qualifier(row[1]));
        }
        for (String[] row : Tables.rows("trailing-hedges.tsv")) {
            TRAILING_HEDGES.add(row[0], qualifier(row[1]));
        }
        for (String[] row : Tables.rows("vague.tsv")) {
            VAGUE.add(row[0], Long.valueOf(row[1]));
        }
        for (String[] row : Tables.rows("future.tsv")) {
            FUTURE.add(row[0], true);
        }
        nouns();
        triggers();
        lands();
    }

    private Lexicon() {}

    private static Qualifier qualifier(String word) {
        return Qualifier.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static void nouns() {
        for (String[] row : Tables.rows("nouns.tsv")) {
            Unit.Thing unit = Unit.Thing.valueOf(row[1].toUpperCase(Locale.ROOT));
            for (String word : row[2].split(" ", -1)) {
                Noun noun = new Noun(Kind.valueOf(row[0]), unit);
                String folded = Tokenizer.folded(word);
                NOUNS.put(folded, noun);
                if (Arabic.isArabic(folded)) {
                    NOUNS.put("و" + folded, noun);
                }
            }
        }
    }

    private static void triggers() {
        Map<String, Trigger> forms = new LinkedHashMap<>();
        for (String[] row : Tables.rows("triggers.tsv")) {
            Trigger trigger =
                    new Trigger(
                            Category.parse(row[0]),
                            Trigger.Side.valueOf(row[1].toUpperCase(Locale.ROOT)));
            for (String form : row[2].split(" ", -1)) {
                forms.merge(form.replace('_', ' ').strip(), trigger, Trigger::onBothSides);
            }
        }
        forms.forEach((words, trigger) -> {
            TRIGGERS.add(words, trigger);
            if (words.indexOf(' ') < 0) {
                TRIGGER_WORDS.add(Tokenizer.folded(words));
            }
        });
    }

    private static void lands() {
        for (String[] row : Tables.rows("countries.tsv")) {
            boolean state = !row[0].equals("-");
            String[] names = row[1].split(";", -1);
            for (String name : names) {
                LANDS.add(name, new Land(names[0], state, false));
            }
            for (String adjective : row[2].split(";", -1)) {
                if (!adjective.isEmpty()) {
                    LANDS.add(adjective, new Land(names[0], state, true));
                }
            }
        }
    }

    static @Nullable Noun noun(String word) {
        Noun found = NOUNS.get(word);
        int hyphen = word.lastIndexOf('-');
        return found != null || hyphen < 0 ? found : NOUNS.get(word.substring(hyphen + 1));
    }

    static boolean isTrigger(String word) {
        return TRIGGER_WORDS.contains(word);
    }
}
