package org.nostos.journal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;

/// The Ed25519 keys an instance signs its checkpoints with, and their texts (PEM).
public record JournalKeys(PublicKey publicKey, PrivateKey privateKey) {

    private static final int KEY_ID_LENGTH = 16;
    private static final int PEM_WIDTH = 64;

    /// A new pair.
    public static JournalKeys generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new JournalKeys(pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /// The pair that [#publicText()] and [#privateText()] wrote.
    public static JournalKeys parse(String publicText, String privateText) {
        try {
            PrivateKey secret =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(decode(privateText, "PRIVATE KEY")));
            return new JournalKeys(parsePublic(publicText), secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key", e);
        }
    }

    /// The public key that [#publicText()] wrote.
    public static PublicKey parsePublic(String text) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(decode(text, "PUBLIC KEY")));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }

    /// The name of a key in a checkpoint: the first 16 digits of the hash of its X.509 encoding.
    public static String id(PublicKey key) {
        return Hash.ofContent(key.getEncoded()).toString().substring(0, KEY_ID_LENGTH);
    }

    /// Signs a seal.
    public Checkpoint sign(Seal seal) {
        try {
            String keyId = id(publicKey);
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey);
            signer.update(Checkpoint.signedText(seal, keyId));
            return new Checkpoint(seal, keyId, Base64.getEncoder().encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    public String publicText() {
        return encode(publicKey.getEncoded(), "PUBLIC KEY");
    }

    public String privateText() {
        return encode(privateKey.getEncoded(), "PRIVATE KEY");
    }

    /// Nothing of the secret.
    @Override
    public String toString() {
        return "key " + id(publicKey);
    }

    private static String encode(byte[] bytes, String what) {
        return "-----BEGIN "
                + what
                + "-----\n"
                + Base64.getMimeEncoder(PEM_WIDTH, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END "
                + what
                + "-----\n";
    }

    private static byte[] decode(String text, String what) {
        String begin = "-----BEGIN " + what + "-----";
        String end = "-----END " + what + "-----";
        String body = text.strip();
        if (!body.startsWith(begin) || !body.endsWith(end)) {
            throw new IllegalArgumentException("not a " + what.toLowerCase(Locale.ROOT));
        }
        return Base64.getMimeDecoder()
                .decode(body.substring(begin.length(), body.length() - end.length()));
    }
}
