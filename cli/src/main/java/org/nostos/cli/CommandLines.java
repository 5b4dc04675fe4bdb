package org.nostos.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Reaches the command line that a command was called with.
final class CommandLines {
    private CommandLines() {}

    static CommandLine of(CommandLine.Model.@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("a command is run by the command line");
        }
        return spec.commandLine();
    }
}
