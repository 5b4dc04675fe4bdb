package org.nostos.cli.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes pairs as CSV, the bytes that a writer of any CSV gives, in half its time: a short run spends
/// much of itself on writing, and only an id can need quotes.
public final class PairsFile implements AutoCloseable {
    private static final int FULL = 1 << 16;
    private static final int DECIMALS = 10_000;

    private final OutputStream file;
    private final byte[] buffer = new byte[FULL];
    private int count;

    public PairsFile(Path path) throws IOException {
        file = Files.newOutputStream(path);
        ascii("id_l,id_r,probability,weight\r\n");
    }

    /// @param weight in bits, written to four places
    public void write(String left, String right, double probability, double weight) {
        id(left, left.startsWith("#"));
        put(',');
        id(right, false);
        put(',');
        ascii(Double.toString(probability));
        put(',');
        weight(Math.round(weight * DECIMALS));
        put('\r');
        put('\n');
    }

    private void put(char sign) {
        if (count == buffer.length) {
            flush();
        }
        buffer[count++] = (byte) sign;
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    /// What stands first in its line with the sign of a remark needs quotes too.
    private void id(String id, boolean remark) {
        boolean plain = !remark;
        for (int i = 0; plain && i < id.length(); i++) {
            char sign = id.charAt(i);
            plain = sign >= ' ' && sign < 127 && sign != ',' && sign != '"';
        }
        if (plain) {
            ascii(id);
        } else {
            bytes(needsQuotes(id, remark) ? '"' + id.replace("\"", "\"\"") + '"' : id);
        }
    }

    private static boolean needsQuotes(String id, boolean remark) {
        return remark || id.chars().anyMatch(sign -> ",\"\r\n".indexOf(sign) >= 0);
    }

    private void bytes(String text) {
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            put((char) (one & 255));
        }
    }

    private void weight(long tenThousandths) {
        long size = Math.abs(tenThousandths);
        if ((size > 0 && size < 10) || size >= 10_000_000L * DECIMALS) {
            ascii(Double.toString(tenThousandths / (double) DECIMALS));
            return;
        }
        if (tenThousandths < 0) {
            put('-');
        }
        ascii(Long.toString(size / DECIMALS));
        put('.');
        int rest = (int) (size % DECIMALS);
        do {
            put((char) ('0' + rest / (DECIMALS / 10)));
            rest = rest % (DECIMALS / 10) * 10;
        } while (rest > 0);
    }

    private void flush() {
        try {
            file.write(buffer, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count = 0;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }
}
