package org.nostos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nostos.journal.Verdict;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.backup.Backup;
import org.nostos.postgres.backup.Backup.Taken;
import org.nostos.postgres.backup.Passphrase;
import org.nostos.postgres.backup.Restore;

/// `backup FILE [--data DIR]` and `restore FILE --data DIR`: everything an instance keeps, in one
/// encrypted file and back from it. The instance may be running while it is backed up.
public final class BackupCommand {

    private static final String USAGE =
            """
            usage: nostos backup FILE [--data DIR]
                   nostos restore FILE --data DIR [--erased LIST]\
            """;
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int MISSING = 69;

    private final List<String> words = new ArrayList<>();
    private @Nullable Path data;
    private @Nullable Path erased;

    private BackupCommand() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// The exit code.
    static int run(String... args) {
        BackupCommand command = new BackupCommand();
        if (!command.read(args)) {
            System.err.println(USAGE);
            return WRONG_USAGE;
        }
        try {
            Optional<Passphrase> asked = Asked.passphrase(command.backsUp());
            if (asked.isEmpty()) {
                System.err.println(
                        "nostos: a passphrase is needed: run it at a terminal, or set "
                                + Asked.VARIABLE);
                return MISSING;
            }
            return command.run(asked.get());
        } catch (IOException | SQLException | RuntimeException e) {
            System.err.println("nostos: " + e.getMessage());
            return REFUSED;
        }
    }

    /// The exit code, with this passphrase.
    static int run(Passphrase passphrase, String... args) throws IOException, SQLException {
        BackupCommand command = new BackupCommand();
        return command.read(args) ? command.run(passphrase) : WRONG_USAGE;
    }

    private boolean backsUp() {
        return words.getFirst().equals("backup");
    }

    private boolean read(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--data=")) {
                data = Path.of(args[i].substring("--data=".length()));
            } else if (args[i].equals("--data") && i + 1 < args.length) {
                data = Path.of(args[++i]);
            } else if (args[i].startsWith("--erased=")) {
                erased = Path.of(args[i].substring("--erased=".length()));
            } else if (args[i].equals("--erased") && i + 1 < args.length) {
                erased = Path.of(args[++i]);
            } else if (args[i].startsWith("--")) {
                return false;
            } else {
                words.add(args[i]);
            }
        }
        return words.size() == 2
                && (backsUp() || (words.getFirst().equals("restore") && data != null));
    }

    private int run(Passphrase passphrase) throws IOException, SQLException {
        Path file = Path.of(words.get(1)).toAbsolutePath();
        Path folder = (data == null ? Path.of(".nostos", "data") : data).toAbsolutePath();
        return backsUp()
                ? backUp(file, folder, passphrase)
                : restore(file, folder, passphrase, erased);
    }

    private static int backUp(Path file, Path folder, Passphrase passphrase)
            throws IOException, SQLException {
        try (InstanceAccess access = InstanceAccess.open(folder);
                Counting counting = new Counting(System.err, "rows written")) {
            DataSource owner = access.as(DatabaseAccess.OWNER);
            access.sealWhatWaits(access.as(DatabaseAccess.JOURNAL));
            Taken taken = Backup.take(owner, access.secrets(), file, passphrase, counting);
            counting.close();
            if (!Backup.note(owner, taken)) {
                System.err.println(
                        "the journal does not know of it: no committee, or an older schema");
            }
            System.err.printf(
                    Locale.ROOT,
                    "%,d rows of %d tables, %,d sealed entries; %,d bytes in %s%nsha256 %s%n",
                    taken.rows(),
                    taken.tables(),
                    taken.title().sealed(),
                    taken.bytes(),
                    file,
                    taken.sha256());
            return 0;
        }
    }

    private static int restore(Path file, Path folder, Passphrase passphrase, @Nullable Path erased)
            throws IOException, SQLException {
        if (!Files.isReadable(file)) {
            System.err.println("nostos: there is no file to read at " + file);
            return REFUSED;
        }
        try (Restore backup = Restore.open(file, passphrase);
                Counting counting = new Counting(System.err, "rows read")) {
            Restoring.Outcome outcome =
                    new Restoring(backup, sha256(file), erased, counting).into(folder);
            counting.close();
            System.err.printf(
                    Locale.ROOT,
                    "%,d rows of %d tables, equal to the backup of %s; %d erased again; the"
                            + " journal: %s%n",
                    outcome.restored().rows(),
                    outcome.restored().tables(),
                    backup.title().taken(),
                    outcome.erasedAgain(),
                    outcome.journal().text());
            return outcome.journal() instanceof Verdict.Whole ? 0 : REFUSED;
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
