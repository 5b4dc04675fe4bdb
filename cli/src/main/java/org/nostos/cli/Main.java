package org.nostos.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.nostos.cli.internal.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

/// The way in to the commands that need no server.
///
/// Data goes to standard output or the named file, talk to standard error. Exit codes: 0 done, 1 refused
/// or bad data, 2 wrong usage, 69 something needed is missing.
@Command(
        name = "nostos",
        description = "Who is who in lists that disagree.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LinkCommand.class,
            SearchCommand.class,
            NamesCommand.class,
            JournalCommand.class,
            FiguresCommand.class
        })
public final class Main implements Runnable {
    private static final int MISSING = 69;

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// Runs a command within this process and gives its exit code.
    public static int run(String... args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(out, err, args);
    }

    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commands =
                new CommandLine(new Main())
                        .setOut(out)
                        .setErr(err)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setParameterExceptionHandler(wrongUsage())
                        .setExecutionExceptionHandler(failed());
        int code;
        try {
            code = commands.execute(args);
        } catch (OutOfMemoryError e) {
            err.println(
                    "nostos: the memory is not enough. Give more with NOSTOS_JAVA_OPTIONS=-Xmx… or link smaller lists");
            code = MISSING;
        }
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public void run() {
        throw Refused.wrongUsage("a command is needed");
    }

    private static IParameterExceptionHandler wrongUsage() {
        return (exception, args) -> {
            CommandLine command = exception.getCommandLine();
            PrintWriter err = command.getErr();
            if (command.getParent() == null && args.length > 0 && !args[0].startsWith("-")) {
                err.println("nostos: there is no command '" + args[0] + "'. " + commands(command));
            } else {
                err.println("nostos: " + exception.getMessage());
                err.println("nostos: see nostos " + command.getCommandName() + " --help");
            }
            return 2;
        };
    }

    private static String commands(CommandLine command) {
        return "The commands are: " + String.join(" ", command.getSubcommands().keySet());
    }

    private static IExecutionExceptionHandler failed() {
        return (exception, command, parsed) -> {
            PrintWriter err = command.getErr();
            if (exception instanceof Refused refused) {
                err.println("nostos: " + refused.getMessage());
                if (refused.exitCode() == 2 && command.getParent() == null) {
                    err.println("nostos: " + commands(command));
                }
                return refused.exitCode();
            }
            if (exception instanceof FileSystemException file) {
                err.println(
                        "nostos: cannot read or write "
                                + file.getFile()
                                + "; is its folder there, and may it be written to?");
                return 1;
            }
            if (exception instanceof CancellationException) {
                err.println("nostos: ended before it was done");
                return 1;
            }
            err.println(
                    "nostos: something went wrong inside: " + Arrays.toString(frames(exception)));
            return 1;
        };
    }

    /// Where it went wrong, without what it was about: messages of exceptions may repeat what a row says.
    private static String[] frames(Exception exception) {
        String[] frames =
                Arrays.stream(exception.getStackTrace())
                        .limit(4)
                        .map(StackTraceElement::toString)
                        .toArray(String[]::new);
        String[] all = new String[frames.length + 1];
        all[0] = exception.getClass().getName();
        System.arraycopy(frames, 0, all, 1, frames.length);
        return all;
    }
}
