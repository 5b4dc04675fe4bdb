package org.nostos.journal.internal;

import java.io.IOException;
import java.io.InputStream;

/// The lines of a stream as ranges of one byte array, without a copy or a character per line.
public final class Lines {

    private static final int CAPACITY = 1 << 18;

    private final InputStream in;
    private final byte[] buffer = new byte[CAPACITY];
    private int end;
    private int next;
    private int from;
    private int to;
    private long number;
    private boolean complete = true;

    public Lines(InputStream in) {
        this.in = in;
    }

    /// Moves to the next line; false at the end.
    ///
    /// A line without an end, or one longer than the buffer, is given as not [#complete()].
    public boolean next() throws IOException {
        int scanned = next;
        while (true) {
            int at = Bytes.indexOf(buffer, scanned, end, '\n');
            if (at < end) {
                return line(next, at, at + 1, true);
            }
            scanned = end - next;
            if (!fill()) {
                return end > 0 && line(0, end, end, false);
            }
        }
    }

    /// Moves what is left to the front and reads more; false when there is no more or no room.
    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, end - next);
        end -= next;
        next = 0;
        int read = end == CAPACITY ? -1 : in.read(buffer, end, CAPACITY - end);
        end += Math.max(read, 0);
        return read >= 0;
    }

    private boolean line(int lineFrom, int lineTo, int lineNext, boolean ended) {
        from = lineFrom;
        to = lineTo;
        next = lineNext;
        complete = ended;
        number++;
        return true;
    }

    public byte[] buffer() {
        return buffer;
    }

    /// The first byte of the line.
    public int from() {
        return from;
    }

    /// The byte after the last one of the line.
    public int to() {
        return to;
    }

    /// The number of the line, from 1.
    public long number() {
        return number;
    }

    /// Whether the line had its end.
    public boolean complete() {
        return complete;
    }
}
