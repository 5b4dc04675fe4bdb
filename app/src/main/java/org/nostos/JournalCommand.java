package org.nostos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nostos.journal.KeptCheckpoint;
import org.nostos.journal.Seal;
import org.nostos.journal.Verdict;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.journal.JournalTool;
import org.nostos.postgres.journal.SigningKeys;
import org.nostos.postgres.journal.StoredJournal;

/// `journal export FILE [--data DIR]` and `journal verify --data DIR [--checkpoint C] [--key PUB]`:
/// the journal of an instance, running or not.
///
/// A file is verified by the command of the same name that needs no server.
public final class JournalCommand {

    private static final String USAGE =
            """
            usage: nostos journal export FILE [--data DIR]
                   nostos journal verify (FILE | --data DIR) [--checkpoint C] [--key PUB]\
            """;
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;

    private final List<String> words = new ArrayList<>();
    private Path data = Path.of(".nostos", "data");
    private @Nullable Path checkpoint;
    private @Nullable Path key;

    private JournalCommand() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// The exit code.
    static int run(String... args) {
        try {
            JournalCommand command = new JournalCommand();
            command.read(args);
            return command.run();
        } catch (UsageException e) {
            System.err.println("nostos: " + e.getMessage() + "\n" + USAGE);
            return WRONG_USAGE;
        } catch (IOException e) {
            System.err.println("nostos: cannot read or write " + e.getMessage());
            return REFUSED;
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println("nostos: " + e.getMessage());
            return REFUSED;
        }
    }

    private void read(String[] args) throws UsageException {
        for (int i = 0; i < args.length; i++) {
            String[] parts = args[i].split("=", 2);
            if (!parts[0].startsWith("--")) {
                words.add(args[i]);
                continue;
            }
            String value = parts.length == 2 ? parts[1] : ++i < args.length ? args[i] : null;
            if (value == null) {
                throw new UsageException(parts[0] + " needs a value");
            }
            switch (parts[0]) {
                case "--data" -> data = Path.of(value);
                case "--checkpoint" -> checkpoint = Path.of(value);
                case "--key" -> key = Path.of(value);
                default -> throw new UsageException("unknown option " + parts[0]);
            }
        }
    }

    private int run() throws IOException, UsageException {
        if (words.size() == 2 && words.getFirst().equals("export")) {
            return export(Path.of(words.get(1)));
        }
        if (words.size() == 1 && words.getFirst().equals("verify")) {
            return verify();
        }
        throw new UsageException("journal exports to a file, or verifies a file or a data folder");
    }

    private int export(Path file) throws IOException {
        try (InstanceAccess access = InstanceAccess.open(data)) {
            DataSource journal = access.as(DatabaseAccess.JOURNAL);
            access.sealWhatWaits(journal);
            Optional<Seal> seal =
                    JournalTool.export(journal, file, SigningKeys.in(access.secrets()));
            System.err.println(
                    seal.map(s ->
                                    s.size()
                                            + " entries sealed, checkpoint in "
                                            + file
                                            + ".checkpoint")
                            .orElse("nothing is sealed yet: no checkpoint was written"));
            return 0;
        }
    }

    private int verify() throws IOException {
        KeptCheckpoint kept = KeptCheckpoint.read(checkpoint, key);
        try (InstanceAccess access = InstanceAccess.open(data)) {
            StoredJournal journal = new StoredJournal(access.as(DatabaseAccess.JOURNAL));
            Verdict verdict = kept.seal().map(journal::verify).orElseGet(journal::verify);
            System.out.println(kept.text(verdict));
            return verdict instanceof Verdict.Whole ? 0 : REFUSED;
        }
    }

    /// A command line that says nothing this command can do.
    private static final class UsageException extends Exception {
        private static final long serialVersionUID = 1;

        UsageException(String message) {
            super(message);
        }
    }
}
