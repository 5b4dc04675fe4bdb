package org.nostos.journal;

import java.util.Arrays;
import org.nostos.journal.internal.Sha256;

/// The right edge of a Merkle tree (RFC 9162): the roots of its perfect subtrees, largest first.
///
/// It is all that is needed to append leaves and to know the root: at most 64 hashes, whatever the
/// number of leaves, one per set bit of that number. Not safe for use by several threads.
public final class Frontier {

    private static final int MOST = Long.SIZE;

    private final Sha256 sha = new Sha256();
    private final byte[] peaks = new byte[MOST * Sha256.BYTES];
    private int count;
    private long size;

    /// The tree without a leaf.
    public static Frontier empty() {
        return new Frontier();
    }

    /// The tree of this many leaves whose frontier [#toBytes()] wrote.
    public static Frontier parse(long size, byte[] bytes) {
        if (size < 0 || bytes.length != Long.bitCount(size) * Sha256.BYTES) {
            throw new IllegalArgumentException(
                    "not the frontier of " + size + " leaves: " + bytes.length + " bytes");
        }
        Frontier frontier = new Frontier();
        frontier.size = size;
        frontier.count = Long.bitCount(size);
        System.arraycopy(bytes, 0, frontier.peaks, 0, bytes.length);
        return frontier;
    }

    public void append(Hash leaf) {
        append(leaf.bytes(), 0);
    }

    void append(byte[] leaf, int at) {
        System.arraycopy(leaf, at, peaks, count * Sha256.BYTES, Sha256.BYTES);
        count++;
        for (long full = size; (full & 1) == 1; full >>= 1) {
            int left = (count - 2) * Sha256.BYTES;
            sha.node(peaks, left, peaks, left + Sha256.BYTES, peaks, left);
            count--;
        }
        size++;
    }

    /// How many leaves the tree has.
    public long size() {
        return size;
    }

    /// The root over all leaves; that of an empty tree is the hash of nothing.
    public Hash root() {
        if (count == 0) {
            return Hash.of(sha.of());
        }
        byte[] root = new byte[Sha256.BYTES];
        System.arraycopy(peaks, (count - 1) * Sha256.BYTES, root, 0, Sha256.BYTES);
        for (int peak = count - 2; peak >= 0; peak--) {
            sha.node(peaks, peak * Sha256.BYTES, root, 0, root, 0);
        }
        return Hash.of(root);
    }

    /// The subtrees' roots one after the other, 32 bytes each.
    public byte[] toBytes() {
        return Arrays.copyOf(peaks, count * Sha256.BYTES);
    }
}
