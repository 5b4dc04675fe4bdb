package org.nostos.journal;

import java.security.SecureRandom;
import org.nostos.journal.internal.Sha256;

/// What an entry speaks of, with the salt that hides it.
///
/// The entry holds only the commitment, the hash of salt and payload. Once payload and salt are
/// erased, the commitment says nothing about them, and the journal is as whole as before.
public record Salted(byte[] salt, byte[] payload) {

    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Salted {
        if (salt.length < SALT_BYTES) {
            throw new IllegalArgumentException("a salt has 32 bytes or more: " + salt.length);
        }
        salt = salt.clone();
        payload = payload.clone();
    }

    /// This payload with a new salt.
    public static Salted of(byte[] payload) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Salted(salt, payload);
    }

    /// What the entry keeps for ever.
    public Hash commitment() {
        return Hash.of(new Sha256().of(salt, payload));
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }
}
