package org.nostos.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the words of a figure can be read.
///
/// @param article the article of the ledger, if it was handed in
/// @param sha256 of that article's file, in hex
public record FigureSource(
        @Nullable UUID article, String title, @Nullable String address, @Nullable String sha256) {

    public FigureSource {
        title = title.strip();
    }

    /// A source that was not handed in: its title, and where it stands.
    public static FigureSource named(String title, @Nullable String address) {
        return new FigureSource(null, title, address, null);
    }
}
