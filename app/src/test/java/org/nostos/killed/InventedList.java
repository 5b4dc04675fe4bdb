package org.nostos.killed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// A list of invented people, a third of whom stand on it twice with a letter changed.
final class InventedList {

    private static final String[] STEMS = {
        "Zeit", "Rumm", "Sind", "Kharr", "Narj", "Balut", "Tufa", "Limu", "Habb", "Jumm", "Sosan",
        "Hudh", "Bulb", "Safs", "Qayq", "Khayz", "Lawz", "Mishm", "Barq", "Dard"
    };
    private static final String[] ENDS = {
        "un", "an", "iyan", "ub", "is", "ah", "i", "ar", "ol", "ez", "ud", "ir", "am", "ek", "os"
    };

    private InventedList() {}

    /// Writes so many rows, the same for the same seed.
    static Path write(Path file, int rows, long seed) throws IOException {
        Random lot = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("no,given name,father name,family name,date of birth\n");
            String[] before = person(lot);
            for (int i = 1; i <= rows; i++) {
                String[] now = i > 1 && lot.nextInt(3) == 0 ? slip(before, lot) : person(lot);
                out.write(i + "," + String.join(",", now) + "\n");
                before = now;
            }
        }
        return file;
    }

    private static String[] person(Random lot) {
        return new String[] {
            name(lot),
            name(lot),
            "al-" + name(lot),
            "%d-%02d-%02d"
                    .formatted(1950 + lot.nextInt(60), 1 + lot.nextInt(12), 1 + lot.nextInt(28))
        };
    }

    private static String name(Random lot) {
        return STEMS[lot.nextInt(STEMS.length)] + ENDS[lot.nextInt(ENDS.length)];
    }

    private static String[] slip(String[] person, Random lot) {
        String[] copy = person.clone();
        int at = lot.nextInt(2);
        copy[at] = copy[at].substring(0, copy[at].length() - 1) + "e";
        return copy;
    }
}
