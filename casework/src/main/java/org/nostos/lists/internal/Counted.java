package org.nostos.lists.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.nostos.lists.FileBytes;

/// A stream that says how many of its bytes have been read.
final class Counted extends FilterInputStream {

    private final LongConsumer listener;
    private long count;

    private Counted(InputStream in, LongConsumer listener) {
        super(in);
        this.listener = listener;
    }

    static FileBytes over(FileBytes bytes, LongConsumer listener) {
        return () -> new Counted(bytes.open(), listener);
    }

    @Override
    public int read() throws IOException {
        int octet = in.read();
        add(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        add(Math.max(0, read));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void add(int read) {
        count += read;
        listener.accept(count);
    }
}
