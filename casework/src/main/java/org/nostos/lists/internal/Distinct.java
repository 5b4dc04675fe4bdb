package org.nostos.lists.internal;

/// Tells whether all values given to it are different, in bounded memory.
///
/// It keeps 64-bit hashes in an open table and gives up, which counts as not different, after the
/// first value seen twice or after a million.
final class Distinct {

    private static final int MOST = 1_000_000;

    private long[] hashes = new long[1024];
    private int count;
    private boolean different = true;

    boolean isDifferent() {
        return different;
    }

    void add(String value) {
        if (!different) {
            return;
        }
        if (!insert(hash(value)) || ++count > MOST) {
            different = false;
            hashes = new long[0];
        } else if (count * 2 > hashes.length) {
            grow();
        }
    }

    void giveUp() {
        different = false;
        hashes = new long[0];
    }

    private boolean insert(long hash) {
        int mask = hashes.length - 1;
        int at = (int) (hash ^ hash >>> 32) & mask;
        while (hashes[at] != 0) {
            if (hashes[at] == hash) {
                return false;
            }
            at = at + 1 & mask;
        }
        hashes[at] = hash;
        return true;
    }

    private void grow() {
        long[] old = hashes;
        hashes = new long[old.length * 2];
        for (long hash : old) {
            if (hash != 0) {
                insert(hash);
            }
        }
    }

    private static long hash(String value) {
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0xD6E8FEB86659FD93L;
            hash ^= hash >>> 32;
        }
        return hash == 0 ? 1 : hash;
    }
}
