package org.nostos.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// All hostile files, in a process that may hold 256 MiB.
class HostileMemoryTest {

    @Test
    void readsHostileFilesWithinSmallMemory() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                HostileReading.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        List<String> lines = said.lines().filter(line -> line.contains("\t")).toList();
        assertThat(lines).hasSize(HostileFiles.all().size() - HostileReading.LENGTHY.size());
        assertThat(lines).allSatisfy(line -> assertThat(line.split("\t")[1]).isNotEmpty());
    }
}
