package org.nostos.lists.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.nostos.lists.UnreadableFile;

/// A stream that lets well-formed UTF-8 through and names the line of the first byte that is not.
///
/// A decoder alone would say that a byte is wrong, but not where. Ranges after the Unicode Standard,
/// table 3-7.
final class CheckedLetters extends FilterInputStream {

    private long line = 1;
    private int pending;
    private int low = 0x80;
    private int high = 0xBF;

    CheckedLetters(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read < 0 && pending > 0) {
            throw refuse("not-utf8");
        }
        for (int i = offset; i < offset + read; i++) {
            check(buffer[i]);
        }
        return read;
    }

    private void check(byte octet) throws UnreadableFile {
        if (pending > 0) {
            follow(octet & 0xFF);
        } else if (octet < 0) {
            begin(octet & 0xFF);
        } else if (octet == '\n') {
            line++;
        } else if (octet == 0) {
            throw refuse("nul");
        }
    }

    private void begin(int lead) throws UnreadableFile {
        if (lead < 0xC2 || lead > 0xF4) {
            throw refuse("not-utf8");
        }
        pending = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    }

    private void follow(int octet) throws UnreadableFile {
        if (octet < low || octet > high) {
            throw refuse("not-utf8");
        }
        pending--;
        low = 0x80;
        high = 0xBF;
    }

    private UnreadableFile refuse(String reason) {
        return new UnreadableFile(reason, Long.toString(line));
    }
}
