package org.nostos.documents;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/// Hashes (SHA-256) and signatures (Ed25519) of documents.
final class Seal {

    /// What a signature is for stands in what is signed.
    private static final String CONTENT = "nostos document content ";

    private static final String FILE = "nostos document file ";

    private Seal() {}

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String signContent(String hash, KeyPair keys) {
        return sign(CONTENT + hash, keys);
    }

    static String signFile(String hash, KeyPair keys) {
        return sign(FILE + hash, keys);
    }

    static boolean signedContent(String hash, String signature, PublicKey key) {
        return verify(CONTENT + hash, signature, key);
    }

    static boolean signedFile(String hash, String signature, PublicKey key) {
        return verify(FILE + hash, signature, key);
    }

    private static String sign(String words, KeyPair keys) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(keys.getPrivate());
            signer.update(words.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    private static boolean verify(String words, String signature, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(words.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /// A key in one line.
    static String text(PublicKey key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded());
    }

    /// @throws IllegalArgumentException if it is no key
    static PublicKey key(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }
}
