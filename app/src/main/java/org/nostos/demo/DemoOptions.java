package org.nostos.demo;

import java.nio.file.Path;

/// What `./nostos demo` was asked for.
record DemoOptions(int port, Path data, boolean reset) {

    static final String USAGE = "usage: ./nostos demo [--port 8080] [--data DIR] [--reset]";

    /// Reads the words of the command line; the launcher puts `--home` before them.
    ///
    /// @throws IllegalArgumentException with words for the user
    static DemoOptions parse(String... words) {
        int port = 8080;
        Path home = Path.of("");
        Path data = null;
        boolean reset = false;
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--home" -> home = Path.of(value(words, ++i));
                case "--port" -> port = port(value(words, ++i));
                case "--data" -> data = Path.of(value(words, ++i));
                case "--reset" -> reset = true;
                default -> throw new IllegalArgumentException("unknown option: " + words[i]);
            }
        }
        Path folder = data == null ? home.resolve(".nostos").resolve("demo") : data;
        return new DemoOptions(port, folder.toAbsolutePath(), reset);
    }

    private static String value(String[] words, int i) {
        if (i >= words.length) {
            throw new IllegalArgumentException(words[i - 1] + " needs a value");
        }
        return words[i];
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("a port is a number up to 65535: " + text);
        }
        return Integer.parseInt(text);
    }
}
