package org.nostos.lists.internal;

import java.util.HashMap;
import java.util.Map;
import org.nostos.lists.Relation;

/// The words by which lists state how somebody is related, as `relation-words.tsv` lists them.
final class RelationWords {

    private static final Map<String, Relation> WORDS = read();

    private RelationWords() {}

    /// What is stated; `OTHER` for a word that stands in no line of the table.
    static Relation of(String stated) {
        String plain = Folding.heading(stated);
        return plain.isEmpty() ? Relation.NOT_SAID : WORDS.getOrDefault(plain, Relation.OTHER);
    }

    private static Map<String, Relation> read() {
        Map<String, Relation> words = new HashMap<>();
        for (String[] line : Folding.table("relation-words.tsv")) {
            for (int i = 1; i < line.length; i++) {
                words.put(Folding.heading(line[i]), Relation.valueOf(line[0]));
            }
        }
        return Map.copyOf(words);
    }
}
