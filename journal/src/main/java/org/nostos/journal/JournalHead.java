package org.nostos.journal;

import java.time.Instant;
import java.util.Arrays;
import org.nostos.journal.internal.Bytes;
import org.nostos.journal.internal.Sha256;

/// The journal's growing end: how many entries are chained, the last link, and the Merkle frontier.
///
/// Each link is the hash of the link before it and the entry's leaf, so that a reader with one bad
/// entry can say which; the tree lets a party that holds an old root prove that the new one only
/// added to it. Not safe for use by several threads.
public final class JournalHead {

    private final Sha256 sha = new Sha256();
    private final byte[] link;
    private final byte[] both = new byte[2 * Sha256.BYTES];
    private final byte[] hex = new byte[2 * Sha256.BYTES];
    private final Frontier frontier;

    private JournalHead(Hash chain, Frontier frontier) {
        this.link = chain.bytes();
        this.frontier = frontier;
    }

    /// A journal without entries.
    public static JournalHead empty() {
        return new JournalHead(Hash.ZERO, Frontier.empty());
    }

    /// The head that was sealed with this chain and this frontier.
    public static JournalHead resume(Hash chain, Frontier frontier) {
        return new JournalHead(chain, frontier);
    }

    /// Chains one more entry and returns its link.
    public Hash append(Hash leaf) {
        append(leaf.bytes(), 0);
        return chain();
    }

    void append(byte[] leaf, int at) {
        System.arraycopy(link, 0, both, 0, Sha256.BYTES);
        System.arraycopy(leaf, at, both, Sha256.BYTES, Sha256.BYTES);
        sha.of(both, 0, both.length, link, 0);
        frontier.append(leaf, at);
    }

    public long size() {
        return frontier.size();
    }

    public Hash chain() {
        return Hash.of(link);
    }

    public Hash root() {
        return frontier.root();
    }

    /// The frontier's bytes, to resume from.
    public byte[] frontier() {
        return frontier.toBytes();
    }

    /// The seal over all entries so far.
    public Seal seal(Instant at) {
        return new Seal(size(), root(), chain(), at);
    }

    /// Whether the last link reads as these 64 digits.
    boolean linkIs(byte[] digits, int at) {
        Bytes.toHex(link, hex);
        return Arrays.equals(hex, 0, hex.length, digits, at, at + hex.length);
    }
}
