package org.nostos.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nostos.cli.internal.Refused;
import org.nostos.journal.ExportVerifier;
import org.nostos.journal.KeptCheckpoint;
import org.nostos.journal.Seal;
import org.nostos.journal.Verdict;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `nostos journal`: proves an exported journal whole, or names the first entry that is not.
///
/// It needs no instance and trusts none: whoever has the file can run it anywhere. The launcher gives
/// `export`, and `verify --data`, to the command of the same name that has a server.
@Command(
        name = "journal",
        description = "Proves a journal whole, or names the first entry that is not.",
        mixinStandardHelpOptions = true,
        subcommands = JournalCommand.Verify.class)
final class JournalCommand implements Runnable {

    @Override
    public void run() {
        throw Refused.wrongUsage("journal needs export or verify; see nostos journal --help");
    }

    /// `nostos journal verify FILE [--checkpoint C] [--key PUB]`.
    @Command(
            name = "verify",
            description = "Checks an exported journal, and that it agrees with a checkpoint.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "what journal export wrote")
        private @Nullable Path file;

        @Option(
                names = "--checkpoint",
                paramLabel = "C",
                description = "a checkpoint kept from earlier")
        private @Nullable Path checkpoint;

        @Option(names = "--key", paramLabel = "PUB", description = "the key it was signed with")
        private @Nullable Path key;

        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() {
            if (file == null) {
                throw Refused.wrongUsage("journal verify needs a file, or --data DIR");
            }
            KeptCheckpoint kept = kept();
            Verdict verdict = verify(file, kept.seal().orElse(null));
            PrintWriter out = CommandLines.of(spec).getOut();
            out.println(kept.text(verdict));
            return verdict instanceof Verdict.Whole ? 0 : 1;
        }

        private KeptCheckpoint kept() {
            try {
                return KeptCheckpoint.read(checkpoint, key);
            } catch (IOException | IllegalArgumentException e) {
                throw Refused.badData("the checkpoint cannot be used: " + e.getMessage());
            }
        }

        private static Verdict verify(Path file, @Nullable Seal seal) {
            try (InputStream in = Files.newInputStream(file)) {
                return seal == null ? ExportVerifier.verify(in) : ExportVerifier.verify(in, seal);
            } catch (IOException e) {
                throw Refused.badData("cannot read " + file);
            }
        }
    }
}
