package org.nostos.postgres.backup;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What opens a backup. Whoever loses it loses the backup: it is kept nowhere.
///
/// `toString` shows nothing of it.
public final class Passphrase {

    /// The shortest that is taken for a new backup.
    public static final int SHORTEST = 12;

    /// 2^18 rounds of scrypt: about a second and 256 MiB for each guess.
    private static final int ROUNDS_LOG2 = 18;

    private final byte[] bytes;
    private final int roundsLog2;

    private Passphrase(byte[] bytes, int roundsLog2) {
        this.bytes = bytes;
        this.roundsLog2 = roundsLog2;
    }

    /// @throws IllegalArgumentException when it is shorter than [#SHORTEST] characters
    public static Passphrase of(char... characters) {
        return of(ROUNDS_LOG2, characters);
    }

    /// A passphrase that costs 2^`roundsLog2` rounds to try; more rounds cost more memory too.
    public static Passphrase of(int roundsLog2, char... characters) {
        if (characters.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "a passphrase has at least "
                            + SHORTEST
                            + " characters: four words that nobody would guess are better than one");
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return new Passphrase(bytes, roundsLog2);
    }

    /// A copy of its UTF-8 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    public int roundsLog2() {
        return roundsLog2;
    }

    @Override
    public String toString() {
        return "Passphrase[…]";
    }
}
