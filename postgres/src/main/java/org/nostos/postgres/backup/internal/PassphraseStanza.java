package org.nostos.postgres.backup.internal;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.nostos.postgres.backup.Passphrase;

/// The passphrase recipient of an age file: the file's key under a key that scrypt makes of the
/// passphrase (age-encryption.org/v1, section "The scrypt recipient type"; RFC 7914).
///
/// It stands alone in a header, so that nobody can add a second way in.
public final class PassphraseStanza implements RecipientStanzaWriter, RecipientStanzaReader {

    private static final String TYPE = "scrypt";
    private static final byte[] LABEL =
            "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int WRAPPED_BYTES = 32;
    private static final int BLOCK = 8;

    /// A header that asks for more would take the machine's memory before anything is proved.
    private static final int MOST_ROUNDS_LOG2 = 20;

    private static final IvParameterSpec ZERO_NONCE = new IvParameterSpec(new byte[12]);

    private final Passphrase passphrase;

    public PassphraseStanza(Passphrase passphrase) {
        this.passphrase = passphrase;
    }

    @Override
    public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey)
            throws GeneralSecurityException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        int rounds = passphrase.roundsLog2();
        byte[] body = cipher(Cipher.ENCRYPT_MODE, salt, rounds).doFinal(fileKey.getEncoded());
        String salted = Base64.getEncoder().withoutPadding().encodeToString(salt);
        return List.of(new Stanza(List.of(salted, Integer.toString(rounds)), body));
    }

    @Override
    public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
        List<RecipientStanza> all = new ArrayList<>();
        stanzas.forEach(all::add);
        if (all.size() != 1 || !all.getFirst().getType().equals(TYPE)) {
            throw new GeneralSecurityException("it was not made with a passphrase");
        }
        RecipientStanza stanza = all.getFirst();
        byte[] salt = salt(stanza.getArguments());
        int rounds = rounds(stanza.getArguments());
        if (salt.length != SALT_BYTES || stanza.getBody().length != WRAPPED_BYTES) {
            throw new GeneralSecurityException("its header is not whole");
        }
        return new FileKey(cipher(Cipher.DECRYPT_MODE, salt, rounds).doFinal(stanza.getBody()));
    }

    private static byte[] salt(List<String> arguments) throws GeneralSecurityException {
        if (arguments.size() != 2) {
            throw new GeneralSecurityException("its header is not whole");
        }
        try {
            return Base64.getDecoder().decode(arguments.getFirst());
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("its header is not whole", e);
        }
    }

    private static int rounds(List<String> arguments) throws GeneralSecurityException {
        String said = arguments.get(1);
        if (!said.matches("[1-9][0-9]?") || Integer.parseInt(said) > MOST_ROUNDS_LOG2) {
            throw new GeneralSecurityException(
                    "its header asks for more rounds of scrypt than 2^" + MOST_ROUNDS_LOG2);
        }
        return Integer.parseInt(said);
    }

    private Cipher cipher(int mode, byte[] salt, int rounds) throws GeneralSecurityException {
        byte[] labelled = new byte[LABEL.length + salt.length];
        System.arraycopy(LABEL, 0, labelled, 0, LABEL.length);
        System.arraycopy(salt, 0, labelled, LABEL.length, salt.length);
        byte[] key =
                SCrypt.generate(passphrase.bytes(), labelled, 1 << rounds, BLOCK, 1, KEY_BYTES);
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), ZERO_NONCE);
        return cipher;
    }

    private record Stanza(List<String> arguments, byte[] body) implements RecipientStanza {
        @Override
        public String getType() {
            return TYPE;
        }

        @Override
        public List<String> getArguments() {
            return arguments;
        }

        @Override
        public byte[] getBody() {
            return body;
        }
    }
}
