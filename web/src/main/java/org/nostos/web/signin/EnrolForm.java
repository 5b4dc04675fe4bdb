package org.nostos.web.signin;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.nostos.parties.Totp;

/// What is shown to somebody who sets their second factor up: the secret, to be scanned or typed.
///
/// The square is drawn here and becomes part of the page: the secret is sent to nobody else.
///
/// @param secret in base32, in groups of four
/// @param side the length of the square with its quiet zone, in modules
/// @param path the dark modules, as the path of an SVG
public record EnrolForm(String secret, int side, String path) {

    /// The session's attribute that holds the secret until it is confirmed.
    public static final String SECRET = "nostos.second-factor";

    private static final int QUIET = 4;

    /// @param label what the app calls the account
    public static EnrolForm of(byte[] secret, String label) {
        String base32 = Totp.base32(secret);
        QrCode code = QrCode.encodeText(uri(base32, label), QrCode.Ecc.MEDIUM);
        return new EnrolForm(
                base32.replaceAll("(.{4})(?=.)", "$1 "), code.size + 2 * QUIET, path(code));
    }

    /// The key URI that authenticator apps read.
    private static String uri(String base32, String label) {
        return "otpauth://totp/Nostos:" + encoded(label) + "?secret=" + base32 + "&issuer=Nostos";
    }

    private static String path(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
