package org.nostos.cli.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nostos.cli.Main;

/// Any bytes are a list that is linked, or are refused in words.
public final class ListsTarget {

    private static final Path LIST = temporary();

    private ListsTarget() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(LIST, input);
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = Main.run(out, out, "link", "--threads=1", LIST.toString());
        if (code < 0 || said.toString().contains("went wrong inside")) {
            throw new AssertionError(said.toString());
        }
    }

    private static Path temporary() {
        try {
            Path list = Files.createTempFile("nostos-fuzz", ".csv");
            list.toFile().deleteOnExit();
            return list;
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
