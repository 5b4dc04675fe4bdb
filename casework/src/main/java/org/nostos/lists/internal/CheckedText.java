package org.nostos.lists.internal;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.nostos.lists.UnreadableFile;

/// A reader that names the line of the first NUL, which no text has. Letters that do not exist in the
/// alphabet come as U+FFFD and are the fault of their rows.
final class CheckedText extends FilterReader {

    private long line = 1;

    CheckedText(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            if (buffer[i] == '\n') {
                line++;
            } else if (buffer[i] == 0) {
                throw new UnreadableFile("nul", Long.toString(line));
            }
        }
        return read;
    }
}
