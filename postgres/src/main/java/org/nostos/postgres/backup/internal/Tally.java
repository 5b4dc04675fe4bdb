package org.nostos.postgres.backup.internal;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts a table's rows and hashes them as they pass. A line feed in PostgreSQL's COPY text ends a row
/// and is nothing else.
public final class Tally extends OutputStream {

    /// What a table held.
    public record Held(long rows, String sha256) {}

    private final MessageDigest digest = sha256();
    private long rows;

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                rows++;
            }
        }
    }

    public long rows() {
        return rows;
    }

    /// What has passed. Asked once, at the end.
    public Held held() {
        return new Held(rows, HexFormat.of().formatHex(digest.digest()));
    }
}
