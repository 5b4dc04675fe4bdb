package org.nostos.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder that holds a demo. Nothing that is no demo is ever opened as one, or cleared.
record DemoFolder(Path path) {

    private static final String TOLD = "demo-told.txt";

    /// What lies in the folder.
    enum State {
        EMPTY,
        /// A demo whose story was told to the end.
        TOLD,
        /// A demo that was stopped while it was being filled.
        HALF_TOLD,
        /// Something else.
        FOREIGN
    }

    State state() throws IOException {
        if (!Files.exists(path)) {
            return State.EMPTY;
        }
        if (Keys.lieIn(path)) {
            return Files.exists(path.resolve(TOLD)) ? State.TOLD : State.HALF_TOLD;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty() ? State.EMPTY : State.FOREIGN;
        }
    }

    void markTold() throws IOException {
        Files.writeString(path.resolve(TOLD), "The demo in this folder is whole.\n");
    }

    /// Clears a demo away; its keys go last, so that what is left of a broken-off clearing is still
    /// known for a demo.
    void clear() throws IOException {
        if (state() == State.FOREIGN) {
            throw new IllegalStateException("not a demo: " + path);
        }
        if (!Files.exists(path)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> walk = Files.walk(path)) {
            entries =
                    walk.sorted(Comparator.reverseOrder())
                            .filter(entry -> !entry.equals(path))
                            .sorted(Comparator.comparing(Keys::isFile))
                            .toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }
}
