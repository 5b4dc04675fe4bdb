package org.nostos.parties;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes of six digits that change every thirty seconds, as authenticator apps show them.
///
/// RFC 6238 with its usual values (HMAC-SHA-1, T0 = 0, X = 30 s), on the truncation of RFC 4226, 5.3.
/// Which codes have been used is not known here.
public final class Totp {

    /// The length of a new secret: that of the hash, as RFC 4226 (section 4, R6) recommends.
    public static final int SECRET_BYTES = 20;

    private static final long STEP_SECONDS = 30;
    private static final int WINDOW = 1;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /// The step that the moment lies in.
    public static long stepAt(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    /// The code of a step, with its leading zeros.
    public static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// The step whose code was typed, looked for one step to each side of now; spaces do not count.
    public static OptionalLong stepOf(byte[] secret, String typed, Instant now) {
        byte[] digits =
                typed.replaceAll("\\s", "").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = stepAt(now) - WINDOW; step <= stepAt(now) + WINDOW; step++) {
            byte[] right = code(secret, step).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, digits)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /// The bytes in base32 (RFC 4648, 6) without padding, as they are typed into an app.
    public static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8 | b & 0xff) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(buffer >> bits & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt(buffer << 5 - bits & 31));
        }
        return text.toString();
    }

    /// The bytes that a base32 text stands for; what is no letter of base32 is passed over.
    public static byte[] fromBase32(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
            int value = BASE32.indexOf(letter);
            if (value < 0) {
                continue;
            }
            buffer = (buffer << 5 | value) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }
}
