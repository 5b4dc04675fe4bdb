package org.nostos.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nostos.cli.internal.JsonLine;
import org.nostos.cli.internal.Refused;
import org.nostos.cli.internal.Talk;
import org.nostos.figures.Article;
import org.nostos.figures.Claim;
import org.nostos.figures.Reports;
import org.nostos.figures.UnreadableReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `nostos figures`: what is said in public, read out of reports.
@Command(
        name = "figures",
        description = "Reads figures out of reports.",
        mixinStandardHelpOptions = true,
        subcommands = FiguresCommand.Extract.class)
final class FiguresCommand implements Runnable {

    @Override
    public void run() {
        throw Refused.wrongUsage("figures needs extract; see nostos figures --help");
    }

    /// `nostos figures extract FILE…`.
    @Command(
            name = "extract",
            description = "Prints each figure of a report as one line of JSON.",
            mixinStandardHelpOptions = true)
    static final class Extract implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "FILE", description = "text, HTML or PDF")
        private List<Path> files = List.of();

        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            CommandLine command = CommandLines.of(spec);
            Talk talk = new Talk(command.getErr());
            boolean all = true;
            for (Path file : files) {
                all &= extract(file, command.getOut(), talk);
            }
            return all ? 0 : 1;
        }

        private static boolean extract(Path file, PrintWriter out, Talk talk) throws IOException {
            if (!Files.isRegularFile(file)) {
                talk.say("there is no file " + file);
                return false;
            }
            try {
                Article article = Article.read(file);
                String doc = String.valueOf(file.getFileName());
                for (Claim claim : Reports.read(article.text())) {
                    out.println(line(doc, claim));
                }
                out.flush();
                return true;
            } catch (UnreadableReport e) {
                talk.say(file + ": " + e.getMessage());
                return false;
            }
        }

        private static JsonLine line(String doc, Claim claim) {
            return new JsonLine()
                    .put("doc", doc)
                    .put("quote", claim.quote())
                    .put("low", claim.amount().low())
                    .put("high", claim.amount().high())
                    .put("qualifier", claim.amount().qualifier().word())
                    .put("unit", claim.unit().word())
                    .put("subject", claim.subject())
                    .put("category", claim.category().word())
                    .put("origin", claim.origin())
                    .put("place", claim.place())
                    .put("authority", claim.authority())
                    .put("attributed_to", claim.attributedTo())
                    .put("as_of", claim.asOf())
                    .put("subset_of", claim.partOf())
                    .put("start", claim.at().start())
                    .put("end", claim.at().end())
                    .putPairs(
                            "also",
                            claim.also().stream()
                                    .map(span -> new int[] {span.start(), span.end()})
                                    .toList());
        }
    }
}
