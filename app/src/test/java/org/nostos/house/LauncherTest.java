package org.nostos.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher as a shell sees it. Nothing here builds anything.
class LauncherTest {

    @TempDir Path folder;

    @Test
    void helpListsEveryCommandOnStandardOutput() throws Exception {
        Ran help = run(Map.of(), "help");
        assertThat(help.exit()).isZero();
        assertThat(help.out())
                .contains("demo", "serve", "test", "link", "search", "names", "journal", "bench");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void anUnknownCommandIsWrongUsageAndNamesThoseThatExist() throws Exception {
        Ran nonsense = run(Map.of(), "nonsense");
        assertThat(nonsense.exit()).isEqualTo(2);
        assertThat(nonsense.out()).isEmpty();
        assertThat(nonsense.err()).contains("'nonsense'", "demo", "link", "journal");
    }

    @Test
    void noCommandIsWrongUsage() throws Exception {
        assertThat(run(Map.of()).exit()).isEqualTo(2);
    }

    @Test
    void anUnknownOptionIsWrongUsage() throws Exception {
        assertThat(run(Map.of(), "serve", "--colour", "red").exit()).isEqualTo(2);
        assertThat(run(Map.of(), "test", "--some").exit()).isEqualTo(2);
    }

    @Test
    void withoutMavenABuildSaysWhatIsMissing() throws Exception {
        Ran test = run(Map.of("PATH", pathWithoutMaven()), "test");
        assertThat(test.exit()).isEqualTo(69);
        assertThat(test.err()).contains("Maven 3.8.6", "apt-get install maven");
    }

    /// A folder with the few tools the launcher uses, and no mvn.
    private String pathWithoutMaven() throws IOException {
        for (String tool :
                List.of(
                        "sh",
                        "sed",
                        "readlink",
                        "dirname",
                        "find",
                        "head",
                        "id",
                        "mkdir",
                        "tail",
                        "cat")) {
            Path found =
                    Stream.of("/bin", "/usr/bin")
                            .map(bin -> Path.of(bin, tool))
                            .filter(Files::isExecutable)
                            .findFirst()
                            .orElseThrow();
            Path stand = folder.resolve(tool);
            Files.writeString(stand, "#!/bin/sh\nexec %s \"$@\"\n".formatted(found));
            Files.setPosixFilePermissions(stand, PosixFilePermissions.fromString("rwx------"));
        }
        return folder.toString();
    }

    private record Ran(int exit, String out, String err) {}

    private Ran run(Map<String, String> environment, String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(Repository.ROOT.resolve("nostos").toString()));
        command.addAll(List.of(words));
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the launcher ends").isTrue();
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
