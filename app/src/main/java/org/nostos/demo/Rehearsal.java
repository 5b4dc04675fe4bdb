package org.nostos.demo;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.nostos.Instance;

/// A start on a folder of its own, one page, and a stop: what the launcher records so that later
/// starts are fast. Nothing of it stays.
public final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        DemoFolder folder = new DemoFolder(Files.createTempDirectory("nostos-rehearsal"));
        try {
            Keys.cut().keep(folder.path());
            rehearse(folder.path());
        } finally {
            folder.clear();
            Files.delete(folder.path());
        }
        System.exit(0);
    }

    private static void rehearse(Path data) throws IOException {
        try (Instance instance =
                Instance.start(data, 0, Map.of("spring.main.log-startup-info", "false"))) {
            HttpURLConnection page =
                    (HttpURLConnection)
                            instance.address().resolve("/login").toURL().openConnection();
            page.getResponseCode();
            page.disconnect();
        }
    }
}
