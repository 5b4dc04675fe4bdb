package org.nostos.cli.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jazzer looks for inputs that break what reads strangers' files, for a few seconds here; for longer:
/// `JAVA_TOOL_OPTIONS=-Dnostos.fuzz.seconds=600`. It runs beside the test, because it takes its whole process over.
class FuzzedTest {

    private static final int SECONDS = Integer.getInteger("nostos.fuzz.seconds", 3);
    private static final int SECONDS_OF_ONE_INPUT = 10;
    private static final int MOST_BYTES = 4096;
    private static final String DONE = "Done ";

    private static final String REPORT =
            """
            ELMSTAD, 9 August 2025 — Between 400 and 500 women and a third of the 7,000 detainees were moved, \
            said Rowan Alder. نقل ٢٬٥٠٠ معتقل من سوريا الى العراق. Tens of thousands return, 98 guards did not.
            """;

    private static final String LIST =
            """
            id,full_name,birth_date,sex
            1,سعاد عباس الدليمي,1988-06-14,F
            2,Suad Abas al-Dulaimi,14.6.1988,f
            3,Суад Аббас,1988,
            """;

    @TempDir private Path folder;

    @Test
    void reportsComeToClaimsOrToARefusal() throws IOException, InterruptedException {
        fuzz(
                ReportsTarget.class,
                REPORT.getBytes(UTF_8),
                ("<html><body><p>" + REPORT + "</p></body></html>").getBytes(UTF_8));
    }

    @Test
    void namesAreComparedWhateverTheyAreMadeOf() throws IOException, InterruptedException {
        fuzz(
                NamesTarget.class,
                "عبد الرحمن بن محمد Abdurrahman Muhammad".getBytes(UTF_16LE),
                "Юсуф ибн Аҳмад Joseph d’Aḥmad".getBytes(UTF_16LE));
    }

    @Test
    void listsAreLinkedOrRefusedInWords() throws IOException, InterruptedException {
        fuzz(ListsTarget.class, LIST.getBytes(UTF_8), "name;dob\nx;1.1.1990\n".getBytes(UTF_8));
    }

    private void fuzz(Class<?> target, byte[]... seeds) throws IOException, InterruptedException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        for (int i = 0; i < seeds.length; i++) {
            Files.write(corpus.resolve("seed-" + i), seeds[i]);
        }
        Path said = folder.resolve("said.txt");
        Process fuzzer =
                new ProcessBuilder(command(target, corpus))
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .directory(folder.toFile())
                        .start();
        try {
            boolean ended = fuzzer.waitFor(SECONDS + 120L, TimeUnit.SECONDS);
            String all = Files.readString(said);
            assertThat(ended && fuzzer.exitValue() == 0).as(all).isTrue();
            assertThat(all).contains(DONE);
        } finally {
            fuzzer.destroyForcibly();
        }
    }

    private List<String> command(Class<?> target, Path corpus) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")
                        + File.pathSeparator
                        + System.getProperty("jdk.module.path", ""),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=org.nostos.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + File.separator,
                "-max_total_time=" + SECONDS,
                "-timeout=" + SECONDS_OF_ONE_INPUT,
                "-max_len=" + MOST_BYTES,
                "-seed=20261123",
                "-rss_limit_mb=0",
                corpus.toString());
    }
}
