package org.nostos.journal.internal;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 with the three prefixes the journal uses. Not safe for use by several threads.
public final class Sha256 {

    public static final int BYTES = 32;

    private final MessageDigest digest;
    private final byte[] node = new byte[1 + 2 * BYTES];

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        node[0] = 1;
    }

    /// The hash of all the parts, one after the other.
    public byte[] of(byte[]... parts) {
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /// The hash of a range of bytes, written to `out` at `at`.
    public void of(byte[] bytes, int from, int length, byte[] out, int at) {
        digest.update(bytes, from, length);
        finish(out, at);
    }

    /// The leaf of a line, RFC 9162 section 2.1.1: the hash of a zero byte and the line.
    public byte[] leaf(byte[] line) {
        digest.update((byte) 0);
        return digest.digest(line);
    }

    /// The node above two subtrees, RFC 9162 section 2.1.1: the hash of a one byte, left and right.
    /// `out` may be either of them.
    public void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] out, int at) {
        System.arraycopy(left, leftAt, node, 1, BYTES);
        System.arraycopy(right, rightAt, node, 1 + BYTES, BYTES);
        digest.update(node, 0, node.length);
        finish(out, at);
    }

    /// The node above two subtrees.
    public byte[] node(byte[] left, byte[] right) {
        byte[] out = new byte[BYTES];
        node(left, 0, right, 0, out, 0);
        return out;
    }

    private void finish(byte[] out, int at) {
        try {
            digest.digest(out, at, BYTES);
        } catch (DigestException e) {
            throw new IllegalArgumentException("no room for a hash at " + at, e);
        }
    }
}
