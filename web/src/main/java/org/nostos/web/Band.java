package org.nostos.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.Caller;

/// A line above every page: something that holds for the whole house, or that waits for the reader.
///
/// @param message a key of the bundle; `arguments` fill it and never name a person
/// @param path where the reader can do something about it
/// @param action what the link says, a key of the bundle
/// @param stops whether it stops something
public record Band(
        String message,
        List<Object> arguments,
        @Nullable String path,
        @Nullable String action,
        boolean stops) {

    public Band {
        arguments = List.copyOf(arguments);
    }

    /// Asked on every page, as the caller, outside a transaction: it must be quick.
    @FunctionalInterface
    public interface Source {
        List<Band> now(Caller caller);
    }
}
