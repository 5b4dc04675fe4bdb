package org.nostos.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nostos.cli.internal.Refused;
import org.nostos.cli.internal.Talk;
import org.nostos.names.LetterStep;
import org.nostos.names.Names;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `nostos names`: how alike names are, and under which keys they are filed.
@Command(
        name = "names",
        description = "Compares names across scripts and shows their keys.",
        mixinStandardHelpOptions = true,
        subcommands = {NamesCommand.Compare.class, NamesCommand.Keys.class})
final class NamesCommand implements Runnable {

    @Override
    public void run() {
        throw Refused.wrongUsage("names needs compare or keys; see nostos names --help");
    }

    /// `nostos names compare A B` and `nostos names compare --pairs P.tsv`.
    @Command(
            name = "compare",
            description = "How alike two names are, from 0 to 1, and why.",
            mixinStandardHelpOptions = true)
    static final class Compare implements Callable<Integer> {
        @Parameters(arity = "0..2", paramLabel = "NAME")
        private List<String> names = List.of();

        @Option(
                names = "--pairs",
                paramLabel = "P.tsv",
                description = "two names a line, parted by a tab")
        private @Nullable Path pairs;

        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            CommandLine command = CommandLines.of(spec);
            PrintWriter out = command.getOut();
            if (pairs != null) {
                return compareAll(pairs, out, new Talk(command.getErr()));
            }
            if (names.size() != 2) {
                throw Refused.wrongUsage("names compare needs two names, or --pairs P.tsv");
            }
            out.printf(Locale.ROOT, "%.4f%n", Names.similarity(names.getFirst(), names.getLast()));
            for (LetterStep step : Names.align(names.getFirst(), names.getLast()).steps()) {
                out.printf(
                        "%s\t%s\t%s\t%s%n",
                        step.left(),
                        step.right(),
                        step.kind().name().toLowerCase(Locale.ROOT),
                        step.reason().code());
            }
            return 0;
        }

        private static int compareAll(Path pairs, PrintWriter out, Talk talk) throws IOException {
            try (BufferedReader lines = Lines.open(pairs)) {
                long number = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    String[] parts = line.split("\t", -1);
                    if (parts.length < 2) {
                        talk.badRow(
                                pairs + ":" + number + ":1", "the line has no tab; it is left out");
                        continue;
                    }
                    out.print(parts[0] + '\t' + parts[1] + '\t');
                    out.printf(Locale.ROOT, "%.6f%n", Names.similarity(parts[0], parts[1]));
                }
            }
            return talk.badRows() == 0 ? 0 : 1;
        }
    }

    /// `nostos names keys --tokens T.txt`.
    @Command(
            name = "keys",
            description = "The keys under which each word of a file is filed.",
            mixinStandardHelpOptions = true)
    static final class Keys implements Callable<Integer> {
        @Option(
                names = "--tokens",
                required = true,
                paramLabel = "T.txt",
                description = "one word a line")
        private @Nullable Path tokens;

        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = CommandLines.of(spec).getOut();
            if (tokens != null) {
                try (BufferedReader lines = Lines.open(tokens)) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        out.println(line + '\t' + String.join(" ", Names.keys(line)));
                    }
                }
            }
            return 0;
        }
    }

    private static final class Lines {
        static BufferedReader open(Path path) throws IOException {
            if (!Files.isRegularFile(path)) {
                throw Refused.badData("there is no file " + path);
            }
            return new BufferedReader(
                    new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
        }
    }
}
