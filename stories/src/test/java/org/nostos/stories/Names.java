package org.nostos.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names of the invented people of the world, to look for where none may stand.
final class Names {

    private static final String CAMP_FILE = "camp-willow.csv";
    private static final int GIVEN = 1;
    private static final int FATHER = 2;
    private static final int FAMILY = 3;

    private Names() {}

    /// Every word of five letters and more from the names on the camp's list.
    static Set<String> ofTheCamp() {
        return camp().stream()
                .flatMap(cells -> Stream.of(cells[GIVEN], cells[FATHER], cells[FAMILY]))
                .flatMap(name -> Arrays.stream(name.split("[^\\p{L}]+")))
                .filter(word -> word.length() >= 5)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Given, father's and family name as the camp wrote them, of somebody who stands on the holding
    /// authority's list too.
    static String ofSomebodyOnTheAuthoritysListToo() {
        List<String[]> truth = lines("truth.csv");
        Set<String> held =
                truth.stream()
                        .filter(line -> line[0].equals("holding-authority.xlsx"))
                        .map(line -> line[2])
                        .collect(Collectors.toSet());
        int row =
                truth.stream()
                        .filter(line -> line[0].equals(CAMP_FILE) && held.contains(line[2]))
                        .mapToInt(line -> Integer.parseInt(line[1]))
                        .filter(number -> isWhole(camp().get(number - 1)))
                        .findFirst()
                        .orElseThrow();
        String[] cells = camp().get(row - 1);
        return cells[GIVEN] + " " + cells[FATHER] + " " + cells[FAMILY];
    }

    private static boolean isWhole(String[] cells) {
        return !cells[GIVEN].isBlank() && !cells[FATHER].isBlank() && !cells[FAMILY].isBlank();
    }

    private static List<String[]> camp() {
        return lines(CAMP_FILE);
    }

    private static List<String[]> lines(String file) {
        try {
            return Files.readAllLines(World.file(file)).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells.length > GIVEN)
                    .toList();
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
