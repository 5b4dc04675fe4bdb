package org.nostos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.documents.Paper;
import org.nostos.documents.Paper.Pair;
import org.nostos.documents.Press;
import org.nostos.journal.JournalKeys;

/// `document verify` says by its exit code whether a file is as it was signed.
class DocumentCommandTest {

    @TempDir private Path folder;

    @Test
    void aFileIsWholeUntilAByteIsChangedAndOnlyForItsKey() throws IOException {
        JournalKeys keys = JournalKeys.generate();
        byte[] pdf =
                new Press(new KeyPair(keys.publicKey(), keys.privateKey())).print(paper()).pdf();
        Path file = Files.write(folder.resolve("note.pdf"), pdf);
        Path key = Files.writeString(folder.resolve("key.pem"), keys.publicText());
        Path other =
                Files.writeString(folder.resolve("other.pem"), JournalKeys.generate().publicText());
        assertThat(DocumentCommand.run("verify", file.toString(), "--key", key.toString()))
                .isZero();
        assertThat(DocumentCommand.run("verify", file.toString())).isZero();
        assertThat(DocumentCommand.run("verify", file.toString(), "--key=" + other)).isOne();
        pdf[pdf.length / 2] ^= 1;
        Files.write(file, pdf);
        assertThat(DocumentCommand.run("verify", file.toString(), "--key", key.toString())).isOne();
        assertThat(DocumentCommand.run("verify", folder.resolve("none.pdf").toString())).isOne();
        assertThat(DocumentCommand.run("check", file.toString())).isEqualTo(2);
    }

    private static Paper paper() {
        Pair pair = new Pair("Note", "مذكرة");
        return new Paper(
                "NV-2026-0007",
                LocalDate.of(2026, 5, 21),
                pair,
                pair,
                pair,
                List.of(pair),
                pair,
                List.of(pair),
                List.of(List.of("1")));
    }
}
