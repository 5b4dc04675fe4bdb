package org.nostos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.journal.JournalPages;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.SigningIn;
import org.nostos.parties.SigningIn.Outcome;
import org.nostos.postgres.backup.BackupRefused;
import org.nostos.postgres.backup.Passphrase;
import org.springframework.transaction.support.TransactionTemplate;

/// An instance, its backup, and the instance that is made of it on another machine.
class BackupCommandTest {

    private static final String PASSWORD = "walnut plum linden";

    @TempDir Path temp;

    @Test
    void anInstanceIsBackedUpWhileItRunsAndPeopleSignInToWhatIsRestored()
            throws IOException, SQLException {
        try (Instance first = Instance.start(folder("first"), 0, Map.of())) {
            OneTimeLinks links = first.bean(OneTimeLinks.class);
            links.found(links.first().orElseThrow(), "Committee", "juniper", "Juniper", PASSWORD);
            assertThat(run("backup", "house.age", "first")).isZero();
        }
        Files.createDirectory(folder("second.restoring"));
        Files.writeString(folder("second.restoring").resolve("restoring.txt"), "broken off");
        assertThat(run("restore", "house.age", "second")).isZero();
        assertThat(folder("second.restoring")).doesNotExist();
        try (Instance second = Instance.start(folder("second"), 0, Map.of())) {
            Outcome outcome = second.bean(SigningIn.class).signIn("juniper", PASSWORD, "test");
            Caller juniper = ((Outcome.SignedIn) outcome).caller();
            assertThat(kinds(second, juniper)).contains("house.restored", "parties.founded");
        }
        assertThatThrownBy(() -> run("restore", "house.age", "second"))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void aFileThatIsNoBackupLeavesNothingBehind() throws IOException, SQLException {
        Files.writeString(folder("letter.txt"), "Dear committee,");
        assertThat(BackupCommand.run("restore", folder("letter.txt").toString())).isEqualTo(2);
        assertThat(BackupCommand.run("backup")).isEqualTo(2);
        assertThat(run("restore", "nothing.age", "third")).isEqualTo(1);
        assertThat(folder("third")).doesNotExist();
        assertThat(folder("third.restoring")).doesNotExist();
    }

    private int run(String command, String file, String data) throws IOException, SQLException {
        return BackupCommand.run(
                Passphrase.of(10, "four plum linden walnut".toCharArray()),
                command,
                folder(file).toString(),
                "--data",
                folder(data).toString());
    }

    private static Iterable<String> kinds(Instance instance, Caller caller) {
        return caller.call(() ->
                instance.bean(TransactionTemplate.class)
                        .execute(status -> instance.bean(JournalPages.class).kinds()));
    }

    private Path folder(String name) {
        return temp.resolve(name);
    }
}
