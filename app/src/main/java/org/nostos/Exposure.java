package org.nostos;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/// How an instance may be reached: from its own machine alone, over TLS that it ends itself, or behind a
/// proxy that ends it. In the clear beyond the machine it does not start.
///
/// The settings: `server.address`, `nostos.tls.certificate` and `nostos.tls.key` (PEM files, read anew
/// when they change), `nostos.behind-proxy` (the proxies' addresses; what anybody else says of whom it
/// forwards for is not believed).
final class Exposure {

    /// Why an instance does not start, and what to do about it.
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int exit;

        Refused(int exit, String what) {
            super(what);
            this.exit = exit;
        }

        /// The exit code of a command that ends with it.
        int exit() {
            return exit;
        }
    }

    private static final int WRONG_USAGE = 2;
    private static final int MISSING = 69;
    private static final String CERTIFICATE = "nostos.tls.certificate";
    private static final String KEY = "nostos.tls.key";
    private static final String PROXIES = "nostos.behind-proxy";

    private Exposure() {}

    /// Adds what follows from the settings, before all of them.
    static void decide(ConfigurableEnvironment environment) {
        @Nullable String certificate = environment.getProperty(CERTIFICATE);
        @Nullable String key = environment.getProperty(KEY);
        @Nullable String proxies = environment.getProperty(PROXIES);
        if ((certificate == null) != (key == null)) {
            throw new Refused(
                    WRONG_USAGE,
                    "TLS needs both its files: give --tls-cert and --tls-key together");
        }
        Map<String, Object> follows = new TreeMap<>();
        if (certificate != null && key != null) {
            follows.putAll(tls(Path.of(certificate), Path.of(key)));
        }
        if (proxies != null) {
            follows.putAll(behind(proxies));
        }
        if (follows.isEmpty()) {
            requireNear(environment);
        } else {
            follows.put("server.servlet.session.cookie.name", "__Host-nostos");
            follows.put("server.servlet.session.cookie.secure", "true");
            follows.put("server.servlet.session.cookie.path", "/");
        }
        if (environment.containsProperty("nostos.oidc.issuer")) {
            // Whoever comes back from the provider comes from another site: a strict cookie stays
            // away.
            follows.put("server.servlet.session.cookie.same-site", "lax");
        }
        if (!environment.containsProperty("server.address")) {
            follows.put("server.address", "127.0.0.1");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("exposure", follows));
    }

    private static Map<String, Object> tls(Path certificate, Path key) {
        for (Path file : new Path[] {certificate, key}) {
            if (!Files.isReadable(file)) {
                throw new Refused(MISSING, "cannot read the TLS file " + file);
            }
        }
        return Map.of(
                "spring.ssl.bundle.pem.house.keystore.certificate", "file:" + certificate,
                "spring.ssl.bundle.pem.house.keystore.private-key", "file:" + key,
                "spring.ssl.bundle.pem.house.reload-on-update", "true",
                "server.ssl.bundle", "house",
                "server.ssl.enabled-protocols", "TLSv1.2,TLSv1.3");
    }

    private static Map<String, Object> behind(String proxies) {
        String pattern =
                Arrays.stream(proxies.split(","))
                        .map(String::strip)
                        .map(Exposure::literal)
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        return Map.of(
                "server.forward-headers-strategy", "native",
                "server.tomcat.remoteip.internal-proxies", pattern,
                "server.tomcat.remoteip.trusted-proxies", "",
                "server.tomcat.remoteip.remote-ip-header", "X-Forwarded-For",
                "server.tomcat.remoteip.protocol-header", "X-Forwarded-Proto");
    }

    /// As the server writes the address of whoever is calling.
    private static String literal(String proxy) {
        try {
            return InetAddress.ofLiteral(proxy).getHostAddress();
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    WRONG_USAGE,
                    "--behind-proxy takes the addresses of your proxies, apart by commas: "
                            + proxy);
        }
    }

    private static void requireNear(Environment environment) {
        String address = environment.getProperty("server.address", "127.0.0.1");
        if (!isLoopback(address)) {
            throw new Refused(
                    WRONG_USAGE,
                    "will not serve "
                            + address
                            + " in the clear: names and passwords could be read on the way."
                            + " Give --tls-cert and --tls-key (PEM files), or --behind-proxy with the"
                            + " addresses of the proxy that ends TLS, or leave --address away");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return address.equals("localhost")
                    || InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
