package org.nostos.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The checkout the tests run in, as files.
final class Repository {

    static final Path ROOT = root();

    private static final Set<String> PASSED_BY =
            Set.of("target", ".git", ".nostos", "node_modules");

    private Repository() {}

    /// Every file below the modules' `src` folders whose name ends so, in a stable order.
    static List<Path> sources(String ending) {
        return files(ROOT, ending).stream()
                .filter(file -> ROOT.relativize(file).toString().contains("src/"))
                .toList();
    }

    /// Every file of the project whose name ends so, without what a build leaves behind.
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted()
                    .filter(entry -> !PASSED_BY.contains(entry.getFileName().toString()))
                    .flatMap(entry ->
                            Files.isDirectory(entry)
                                    ? files(entry, ending).stream()
                                    : Stream.of(entry))
                    .filter(entry -> entry.toString().endsWith(ending))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("nostos"))
                || !Files.exists(folder.resolve("pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not inside a checkout of the project");
            }
        }
        return folder;
    }
}
