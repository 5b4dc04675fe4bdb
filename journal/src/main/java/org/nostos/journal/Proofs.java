package org.nostos.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.nostos.journal.internal.Sha256;

/// Checks Merkle proofs as RFC 9162 says, sections 2.1.3.2 (inclusion) and 2.1.4.2 (consistency).
public final class Proofs {

    private Proofs() {}

    /// Whether the path proves that `leaf` stands at `index`, from 0, in the tree of `size` leaves
    /// with this root.
    public static boolean includes(long index, long size, Hash leaf, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        Sha256 sha = new Sha256();
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf.bytes();
        for (Hash p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = sha.node(p.bytes(), r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = sha.node(r, p.bytes());
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Hash.of(r).equals(root);
    }

    /// Whether the path proves that the tree of `size` leaves with `root` begins with the tree of
    /// `earlier` leaves with `earlierRoot`.
    public static boolean extend(
            long earlier, Hash earlierRoot, long size, Hash root, List<Hash> path) {
        if (earlier < 1 || earlier > size) {
            return false;
        }
        if (earlier == size) {
            return path.isEmpty() && earlierRoot.equals(root);
        }
        Deque<Hash> rest = new ArrayDeque<>(path);
        if (Long.bitCount(earlier) == 1) {
            rest.addFirst(earlierRoot);
        }
        return !rest.isEmpty() && climb(earlier, earlierRoot, size, root, rest);
    }

    private static boolean climb(
            long earlier, Hash earlierRoot, long size, Hash root, Deque<Hash> rest) {
        Sha256 sha = new Sha256();
        int odd = Long.numberOfTrailingZeros(~(earlier - 1));
        long fn = (earlier - 1) >> odd;
        long sn = (size - 1) >> odd;
        byte[] fr = rest.removeFirst().bytes();
        byte[] sr = fr;
        for (Hash c : rest) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = sha.node(c.bytes(), fr);
                sr = sha.node(c.bytes(), sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = sha.node(sr, c.bytes());
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Hash.of(fr).equals(earlierRoot) && Hash.of(sr).equals(root);
    }
}
