package org.nostos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// Runs commands within this process, on files of a folder of its own.
abstract class CommandTest {
    @TempDir Path folder = Path.of("");

    /// What a command said and how it ended.
    record Outcome(int code, String out, String err) {}

    Outcome run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        assertThat(err.toString()).doesNotContain("\tat ").doesNotContain("Exception");
        return new Outcome(code, out.toString(), err.toString());
    }

    String file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n").toString();
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
