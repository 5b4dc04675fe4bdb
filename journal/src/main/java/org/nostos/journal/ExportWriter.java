package org.nostos.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// Writes a journal as the plain text that `docs/journal-format.md` describes.
///
/// Chained entries with their seals come first, in order, then the pending ones; `close` writes the
/// last line, without which the text counts as cut off.
public final class ExportWriter implements AutoCloseable {

    static final String TITLE = "nostos-journal v1";

    private final Writer out;
    private long chained;
    private long pending;

    public ExportWriter(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.out.write(TITLE + "\n");
    }

    /// The next chained entry: its number, its link, and its line.
    ///
    /// A number that was left out is written as the gap it is: the text tells what is there.
    public void chained(long number, Hash link, String line) throws IOException {
        if (pending > 0) {
            throw new IllegalStateException("chained entries come before pending ones");
        }
        if (number <= chained) {
            throw new IllegalArgumentException("entry " + number + " after " + chained);
        }
        chained = number;
        out.write("E\t" + number + "\t" + link + "\t" + line + "\n");
    }

    /// A seal. It stands after the last entry that it covers.
    public void seal(Seal seal) throws IOException {
        out.write(
                String.join(
                        "\t",
                        "S",
                        Long.toString(seal.size()),
                        seal.root().toString(),
                        seal.chain().toString(),
                        Entry.time(seal.sealedAt()) + "\n"));
    }

    /// An entry that is committed but not chained yet.
    public void pending(String line) throws IOException {
        pending++;
        out.write("P\t" + line + "\n");
    }

    @Override
    public void close() throws IOException {
        out.write("Z\t" + chained + "\t" + pending + "\n");
        out.close();
    }
}
