package org.nostos.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A text as it was handed in, and how far it is worked through.
///
/// @param state what reading it came to
/// @param fault why it has no text: the end of an obstacle's code
/// @param claims how many figures were found in it
/// @param open how many of them nobody decided about
public record LedgerArticle(
        UUID id,
        About about,
        Media media,
        String sha256,
        long size,
        State state,
        @Nullable String fault,
        long claims,
        long open,
        Instant receivedAt,
        String by) {

    /// What it is called, where it appeared, and when.
    public record About(
            String title,
            @Nullable String outlet,
            @Nullable String address,
            @Nullable LocalDate publishedOn) {

        public About {
            title = title.strip();
        }
    }

    /// What kind of file it is.
    public enum Media {
        TEXT,
        HTML,
        PDF;

        /// What the first bytes say that it is.
        public static Media of(byte[] bytes) {
            String head =
                    new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1)
                            .stripLeading();
            if (head.startsWith("%PDF-")) {
                return PDF;
            }
            String small = head.toLowerCase(Locale.ROOT);
            return small.startsWith("<!doctype html") || small.contains("<html") ? HTML : TEXT;
        }
    }

    /// What became of reading it.
    public enum State {
        /// It is kept, and nothing has read it.
        KEPT,
        READ,
        /// No text could be got out of it.
        UNREADABLE
    }

    /// Where the words of a figure from it can be read.
    public FigureSource source() {
        return new FigureSource(id, about.title(), about.address(), sha256);
    }
}
