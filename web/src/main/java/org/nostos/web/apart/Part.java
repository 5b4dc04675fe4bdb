package org.nostos.web.apart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.registry.Compartment;
import org.nostos.registry.GlassOpening;
import org.nostos.registry.Note;

/// A compartment as one reader finds it: kept by them, open behind a broken glass, or closed. A
/// closed one looks the same whether there is anything in it or not.
///
/// @param notes what may be read now; null when it is closed
/// @param glass the opening through which it is read
public record Part(
        Compartment kind,
        boolean kept,
        boolean breakable,
        @Nullable List<Note> notes,
        @Nullable GlassOpening glass) {

    /// The end of its message's key.
    public String state() {
        if (kept) {
            return "kept";
        }
        return glass == null ? "closed" : "open";
    }
}
