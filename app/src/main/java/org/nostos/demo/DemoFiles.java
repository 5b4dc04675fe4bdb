package org.nostos.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.nostos.demo.internal.FiveLists;
import org.nostos.demo.internal.PaperList;

/// Writes the demo's five lists into a folder, and `truth.csv`: which row of which list speaks of
/// which invented person.
///
/// `java … org.nostos.demo.DemoFiles FOLDER [SEED [SIZE]]`
public final class DemoFiles {

    private DemoFiles() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("usage: DemoFiles FOLDER [SEED [SIZE]]");
            System.exit(2);
        }
        long seed = args.length > 1 ? Long.parseLong(args[1]) : FiveLists.USUAL_SEED;
        int size = args.length > 2 ? Integer.parseInt(args[2]) : FiveLists.USUAL_SIZE;
        write(Path.of(args[0]), FiveLists.of(seed, size)).forEach(System.out::println);
    }

    /// The files written, in the order in which they are handed in, the truth last.
    static List<Path> write(Path folder, FiveLists lists) throws IOException {
        Files.createDirectories(folder);
        for (PaperList list : lists.all()) {
            Files.write(folder.resolve(list.fileName()), list.bytes());
        }
        Files.writeString(folder.resolve("truth.csv"), truth(lists));
        return Stream.concat(lists.all().stream().map(PaperList::fileName), Stream.of("truth.csv"))
                .map(folder::resolve)
                .toList();
    }

    private static String truth(FiveLists lists) {
        StringBuilder truth = new StringBuilder("list,row,person\n");
        for (PaperList list : lists.all()) {
            for (int i = 0; i < list.rows().size(); i++) {
                String row = list.fileName() + "," + (i + 1) + ",";
                list.rows()
                        .get(i)
                        .person()
                        .ifPresent(person -> truth.append(row).append(person).append('\n'));
            }
        }
        return truth.toString();
    }
}
