package org.nostos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.journal.Entry;
import org.nostos.journal.ExportWriter;
import org.nostos.journal.Hash;
import org.nostos.journal.JournalHead;
import org.nostos.journal.JournalKeys;

class JournalCommandTest {

    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final JournalKeys keys = JournalKeys.generate();
    private Path file = Path.of("unset");

    @BeforeEach
    void export() throws IOException {
        file = temp.resolve("journal.txt");
        try (ExportWriter writer = new ExportWriter(Files.newOutputStream(file))) {
            JournalHead head = JournalHead.empty();
            for (int number = 1; number <= 9; number++) {
                Entry entry = entry(number);
                writer.chained(number, head.append(entry.leaf()), entry.line());
            }
            writer.seal(head.seal(THEN));
            Files.writeString(temp.resolve("checkpoint"), keys.sign(head.seal(THEN)).toString());
        }
        Files.writeString(temp.resolve("key"), keys.publicText());
    }

    @Test
    void aWholeJournalEndsWithZero() {
        assertThat(verify(file.toString())).isZero();
        assertThat(out.toString()).startsWith("The journal is whole: 9 entries sealed, 0 not");
    }

    @Test
    void aChangedEntryIsNamedAndEndsWithOne() throws IOException {
        Files.writeString(
                file, Files.readString(file).replaceFirst("(E\t5\t.*)MONITOR\t", "$1MONITOS\t"));
        assertThat(verify(file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("The journal is not whole: entry 5 ")
                .contains(new UUID(5, 5).toString());
    }

    @Test
    void aCheckpointIsHeldAgainstTheJournalAndItsSignatureAgainstTheKey() throws IOException {
        String checkpoint = temp.resolve("checkpoint").toString();
        String key = temp.resolve("key").toString();
        assertThat(verify(file.toString(), "--checkpoint", checkpoint, "--key", key)).isZero();
        assertThat(out.toString()).contains("agrees with the checkpoint");

        assertThat(verify(file.toString(), "--checkpoint", checkpoint)).isZero();
        assertThat(out.toString()).contains("signature was not checked");

        Files.writeString(temp.resolve("key"), JournalKeys.generate().publicText());
        assertThat(verify(file.toString(), "--checkpoint", checkpoint, "--key", key)).isEqualTo(1);
        assertThat(err.toString()).contains("was not signed with the key");
    }

    @Test
    void aFileThatIsNotThereOrIsNoJournalEndsWithOneAndNoStackTrace() throws IOException {
        assertThat(verify(temp.resolve("nothing").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("cannot read").doesNotContain("Exception");
        assertThat(verify(Files.writeString(temp.resolve("letter"), "Dear all").toString()))
                .isEqualTo(1);
    }

    @Test
    void withoutAFileItIsWrongUsage() {
        assertThat(verify()).isEqualTo(2);
    }

    private int verify(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "journal";
        all[1] = "verify";
        System.arraycopy(words, 0, all, 2, words.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    private static Entry entry(int number) {
        UUID id = new UUID(number, number);
        return new Entry(
                id, THEN, id, "MONITOR", id, "registry.read", "MONITORING", null, Hash.ZERO);
    }
}
