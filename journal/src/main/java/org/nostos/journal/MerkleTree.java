package org.nostos.journal;

import java.util.ArrayList;
import java.util.List;
import org.nostos.journal.internal.Sha256;

/// A whole Merkle tree in memory, for making proofs (RFC 9162 section 2.1).
///
/// `proof` paths are lists of hashes; [Proofs] checks them without the tree.
public final class MerkleTree {

    private final Sha256 sha = new Sha256();
    private final List<Hash> leaves;

    private MerkleTree(List<Hash> leaves) {
        this.leaves = List.copyOf(leaves);
    }

    public static MerkleTree of(List<Hash> leaves) {
        return new MerkleTree(leaves);
    }

    public int size() {
        return leaves.size();
    }

    /// The root over the first `size` leaves.
    public Hash root(int size) {
        requireSize(size);
        return size == 0 ? Hash.of(sha.of()) : root(0, size);
    }

    /// The path that proves that the leaf with this index, from 0, is among the first `size`.
    public List<Hash> inclusion(int index, int size) {
        requireSize(size);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " among " + size);
        }
        List<Hash> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    /// The path that proves that the first `size` leaves begin with the first `earlier`.
    public List<Hash> consistency(int earlier, int size) {
        requireSize(size);
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("no tree of " + earlier + " within " + size);
        }
        List<Hash> path = new ArrayList<>();
        consistency(earlier, 0, size, true, path);
        return path;
    }

    private void requireSize(int size) {
        if (size < 0 || size > leaves.size()) {
            throw new IllegalArgumentException(size + " leaves of " + leaves.size());
        }
    }

    private Hash root(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int middle = from + Integer.highestOneBit(to - from - 1);
        return Hash.of(sha.node(root(from, middle).bytes(), root(middle, to).bytes()));
    }

    private void inclusion(int index, int from, int to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        int middle = from + Integer.highestOneBit(to - from - 1);
        if (index < middle - from) {
            inclusion(index, from, middle, path);
            path.add(root(middle, to));
        } else {
            inclusion(index - (middle - from), middle, to, path);
            path.add(root(from, middle));
        }
    }

    private void consistency(int earlier, int from, int to, boolean known, List<Hash> path) {
        if (earlier == to - from) {
            if (!known) {
                path.add(root(from, to));
            }
            return;
        }
        int middle = from + Integer.highestOneBit(to - from - 1);
        if (earlier <= middle - from) {
            consistency(earlier, from, middle, known, path);
            path.add(root(middle, to));
        } else {
            consistency(earlier - (middle - from), middle, to, false, path);
            path.add(root(from, middle));
        }
    }
}
