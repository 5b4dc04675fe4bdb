package org.nostos.demo.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The tables the demo is invented from, as they lie beside the package.
final class Tables {

    private Tables() {}

    /// The rows of a table; lines that begin with `#` are for its readers. Trailing cells may be empty.
    static List<String[]> rows(String name) {
        String resource = "/org/nostos/demo/" + name + ".tsv";
        try (InputStream in = Tables.class.getResourceAsStream(resource)) {
            String text =
                    new String(
                            Objects.requireNonNull(in, resource).readAllBytes(),
                            StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
