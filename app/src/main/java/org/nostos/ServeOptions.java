package org.nostos;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What `serve` was told: by its words, and where they are silent by the environment.
///
/// @param address the network address to listen on; loopback unless it is named
/// @param tlsCertificate the certificate and its chain, PEM
/// @param tlsKey the certificate's private key, PEM
/// @param production whether the house is for real people
/// @param proxies the addresses of the proxies before it that end TLS, apart by commas
record ServeOptions(
        int port,
        Path data,
        @Nullable String address,
        @Nullable String tlsCertificate,
        @Nullable String tlsKey,
        @Nullable String proxies,
        boolean production) {

    static final String USAGE =
            """
            usage: nostos serve [--port 8080] [--data DIR] [--production]
                                [--address IP] [--tls-cert FILE --tls-key FILE | --behind-proxy IP,…]\
            """;

    /// Reads the words.
    ///
    /// @throws IllegalArgumentException in words for whoever typed them
    static ServeOptions parse(String[] words, Map<String, String> environment) {
        Map<String, String> given = given(words);
        String port = given.getOrDefault("--port", "8080");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("a port is a number up to 65535: " + port);
        }
        return new ServeOptions(
                Integer.parseInt(port),
                Path.of(given.getOrDefault("--data", ".nostos/data")),
                given.get("--address"),
                given.getOrDefault("--tls-cert", environment.get("NOSTOS_TLS_CERT")),
                given.getOrDefault("--tls-key", environment.get("NOSTOS_TLS_KEY")),
                given.getOrDefault("--behind-proxy", environment.get("NOSTOS_BEHIND_PROXY")),
                given.containsKey("--production"));
    }

    private static Map<String, String> given(String[] words) {
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "serve" -> {}
                case "--production" -> given.put(words[i], "");
                case "--port",
                        "--data",
                        "--address",
                        "--tls-cert",
                        "--tls-key",
                        "--behind-proxy" -> {
                    if (i + 1 >= words.length) {
                        throw new IllegalArgumentException(words[i] + " needs a value");
                    }
                    given.put(words[i], words[++i]);
                }
                default -> throw new IllegalArgumentException("unknown option: " + words[i]);
            }
        }
        return given;
    }

    /// The settings that make it so.
    Map<String, Object> settings() {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("nostos.second-factor", "required");
        if (production) {
            settings.put(HouseModeConfiguration.MODE, HouseModeConfiguration.PRODUCTION);
        }
        if (address != null) {
            settings.put("server.address", address);
        }
        if (tlsCertificate != null) {
            settings.put("nostos.tls.certificate", tlsCertificate);
        }
        if (tlsKey != null) {
            settings.put("nostos.tls.key", tlsKey);
        }
        if (proxies != null) {
            settings.put("nostos.behind-proxy", proxies);
        }
        return settings;
    }
}
