package org.nostos.parties;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The house's own key. It lies in a file beside the database and never in it, so that a stolen
/// database gives away neither second factors nor addresses.
///
/// Sealing is AES-256-GCM with a random nonce (NIST SP 800-38D); what is sealed opens only for the
/// purpose and the owner it was sealed for. Each purpose has a key of its own, derived by HMAC-SHA-256.
/// Thread-safe.
public final class HouseKey {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    /// @param secret at least 32 characters that nobody can guess
    public HouseKey(String secret) {
        if (secret.length() < 32) {
            throw new IllegalArgumentException("a house key has at least 32 characters");
        }
        this.key = secret.getBytes(StandardCharsets.UTF_8);
    }

    /// The keyed hash of a text, 32 bytes: equal texts can be found again, none can be read.
    public byte[] hash(String purpose, String text) {
        return hmac(derived(purpose), text.getBytes(StandardCharsets.UTF_8));
    }

    /// The keyed hash of a network address. An IPv6 address counts by its first half: that is one house.
    public byte[] hashOfAddress(String address) {
        return hash("address", network(address));
    }

    public byte[] seal(String purpose, String owner, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = aes(Cipher.ENCRYPT_MODE, purpose, owner, nonce, plain);
        byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return whole;
    }

    /// @throws IllegalStateException when it was sealed with another key, for another purpose or owner,
    ///     or was changed
    public byte[] open(String purpose, String owner, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] rest = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        return aes(Cipher.DECRYPT_MODE, purpose, owner, nonce, rest);
    }

    private byte[] aes(int mode, String purpose, String owner, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(derived(purpose), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the house's key does not fit what was sealed", e);
        }
    }

    private byte[] derived(String purpose) {
        return hmac(key, ("nostos/" + purpose).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] whole = InetAddress.ofLiteral(address.replaceAll("%.*", "")).getAddress();
            byte[] half = whole.length == 16 ? Arrays.copyOf(whole, 8) : whole;
            return InetAddress.getByAddress(Arrays.copyOf(half, whole.length)).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return address;
        }
    }
}
