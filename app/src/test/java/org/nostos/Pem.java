package org.nostos;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/// A certificate and its key, out of a key store, as the two texts that an operator has.
record Pem(String certificate, String key) {

    static Pem of(Path store, String password, String alias) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password.toCharArray());
        }
        return new Pem(
                text("CERTIFICATE", keys.getCertificate(alias).getEncoded()),
                text("PRIVATE KEY", keys.getKey(alias, password.toCharArray()).getEncoded()));
    }

    private static String text(String kind, byte[] bytes) {
        return "-----BEGIN "
                + kind
                + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END "
                + kind
                + "-----\n";
    }
}
