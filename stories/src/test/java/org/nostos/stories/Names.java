package org.nostos.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The names of the invented people of the world, to look for where none may stand.
final class Names {

    private static final int NAME_COLUMN = 1;

    private Names() {}

    /// Every word of five letters and more from the names on the camp's list.
    static Set<String> ofTheCamp() {
        try {
            return Files.readAllLines(World.file("camp-willow.csv")).stream()
                    .skip(1)
                    .map(line -> line.split("[,;\t]", -1))
                    .filter(cells -> cells.length > NAME_COLUMN)
                    .flatMap(cells -> Arrays.stream(cells[NAME_COLUMN].split("[^\\p{L}]+")))
                    .filter(word -> word.length() >= 5)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names that a page shows or holds.
    static Set<String> on(Visit visit) {
        Set<String> words =
                Arrays.stream(visit.source().split("[^\\p{L}]+"))
                        .collect(Collectors.toCollection(TreeSet::new));
        words.retainAll(ofTheCamp());
        return words;
    }
}
