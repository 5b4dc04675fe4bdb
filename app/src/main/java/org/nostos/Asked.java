package org.nostos;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;
import org.nostos.postgres.backup.Passphrase;

/// The passphrase of a backup, from `NOSTOS_BACKUP_PASSPHRASE` or asked at the terminal.
final class Asked {

    static final String VARIABLE = "NOSTOS_BACKUP_PASSPHRASE";

    private Asked() {}

    /// Empty when there is neither the variable nor a terminal.
    ///
    /// @throws IllegalArgumentException when it is too short, or typed differently the second time
    static Optional<Passphrase> passphrase(boolean twice) {
        String set = System.getenv(VARIABLE);
        if (set != null) {
            return Optional.of(Passphrase.of(set.toCharArray()));
        }
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return Optional.empty();
        }
        char[] typed = console.readPassword("Passphrase of the backup: ");
        if (typed == null) {
            return Optional.empty();
        }
        if (twice && !Arrays.equals(typed, console.readPassword("Once more: "))) {
            throw new IllegalArgumentException("the two passphrases differ; nothing was written");
        }
        Passphrase passphrase = Passphrase.of(typed);
        Arrays.fill(typed, ' ');
        return Optional.of(passphrase);
    }
}
