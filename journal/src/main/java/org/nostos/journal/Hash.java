package org.nostos.journal;

import java.util.Arrays;
import java.util.HexFormat;
import org.nostos.journal.internal.Sha256;

/// A SHA-256 hash: 32 bytes, written as 64 small hexadecimal digits.
public final class Hash {

    /// The chain before the first entry.
    public static final Hash ZERO = new Hash(new byte[Sha256.BYTES]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The hash with these 32 bytes.
    public static Hash of(byte[] bytes) {
        if (bytes.length != Sha256.BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes: " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /// The hash of this content.
    public static Hash ofContent(byte[] content) {
        return new Hash(new Sha256().of(content));
    }

    /// The hash that `toString` wrote.
    public static Hash parse(String hex) {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a hash is 64 small hexadecimal digits: " + hex);
        }
        return new Hash(HexFormat.of().parseHex(hex));
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
