package org.nostos.figures.internal;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Small words of the grammar.
final class Words {

    /// What never stands inside the group of words that names the counted.
    static final Set<String> STOP = set("STOP");

    /// Auxiliary verbs: a number before one of them may count those who were spoken of.
    static final Set<String> AUXILIARY = set("AUXILIARY");

    static final Set<String> DETERMINERS = set("DETERMINERS");

    static final Set<String> ANAPHORS = set("ANAPHORS");

    static final Set<String> TELLING = set("TELLING");

    static final Set<String> MONTHS = set("MONTHS");

    static final Set<String> WEEKDAYS = set("WEEKDAYS");

    /// Nouns after a number that make it no claim, whatever follows.
    static final Set<String> MEASURES = set("MEASURES");

    private Words() {}

    private static Set<String> set(String name) {
        return Tables.rows("words.tsv").stream()
                .filter(row -> row[0].equals(name))
                .flatMap(row -> Stream.of(row[1].split(" ", -1)))
                .map(Tokenizer::folded)
                .collect(Collectors.toUnmodifiableSet());
    }
}
