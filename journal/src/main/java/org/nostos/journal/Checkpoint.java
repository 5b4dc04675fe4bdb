package org.nostos.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;

/// A seal signed by the instance, to be handed to another party.
///
/// Whoever keeps it can prove later that an entry it covered was changed, or that the journal's end
/// was cut off. The text is seven lines; the signature is Ed25519 over the first six with their
/// line ends.
public record Checkpoint(Seal seal, String keyId, String signature) {

    private static final String TITLE = "nostos-journal-checkpoint v1";
    private static final List<String> NAMES =
            List.of("size ", "root ", "chain ", "time ", "key ", "signature ");

    /// The checkpoint that `toString` wrote.
    ///
    /// @throws IllegalArgumentException when the text is no checkpoint; its signature is not looked at
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 1 + NAMES.size() || !lines.getFirst().equals(TITLE)) {
            throw new IllegalArgumentException("a checkpoint has seven lines, the first: " + TITLE);
        }
        Seal seal =
                new Seal(
                        Long.parseLong(value(lines, 0)),
                        Hash.parse(value(lines, 1)),
                        Hash.parse(value(lines, 2)),
                        Entry.parseTime(value(lines, 3)));
        return new Checkpoint(seal, value(lines, 4), value(lines, 5));
    }

    private static String value(List<String> lines, int field) {
        String line = lines.get(1 + field);
        String name = NAMES.get(field);
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException(
                    "line " + (2 + field) + " of a checkpoint begins with '" + name.strip() + "'");
        }
        return line.substring(name.length());
    }

    /// Whether the holder of this key signed exactly this checkpoint.
    public boolean isSignedBy(PublicKey key) {
        if (!JournalKeys.id(key).equals(keyId)) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(signedText(seal, keyId));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static byte[] signedText(Seal seal, String keyId) {
        return String.join(
                        "\n",
                        TITLE,
                        "size " + seal.size(),
                        "root " + seal.root(),
                        "chain " + seal.chain(),
                        "time " + Entry.time(seal.sealedAt()),
                        "key " + keyId,
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The seven lines, each with its end.
    @Override
    public String toString() {
        return new String(signedText(seal, keyId), StandardCharsets.UTF_8)
                + "signature "
                + signature
                + "\n";
    }
}
