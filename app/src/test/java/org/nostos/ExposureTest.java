package org.nostos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nostos.testing.TestDatabase;

/// How an instance may be reached, over real sockets.
class ExposureTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "example.org"})
    void beyondItsMachineItDoesNotServeInTheClear(String address) {
        assertThatThrownBy(() -> start(Map.of("server.address", address)))
                .isInstanceOf(Exposure.Refused.class)
                .hasMessageContaining("--tls-cert")
                .hasMessageContaining("--behind-proxy")
                .extracting(refused -> ((Exposure.Refused) refused).exit())
                .isEqualTo(2);
    }

    @Test
    void aMissingFileAndHalfAPairAreNamed() {
        assertThatThrownBy(() -> start(Map.of("nostos.tls.certificate", "/no/such.pem")))
                .isInstanceOf(Exposure.Refused.class)
                .hasMessageContaining("--tls-key");
        assertThatThrownBy(() ->
                        start(
                                Map.of(
                                        "nostos.tls.certificate", "/no/such.pem",
                                        "nostos.tls.key", "/no/such.key")))
                .isInstanceOf(Exposure.Refused.class)
                .hasMessageContaining("/no/such.pem")
                .extracting(refused -> ((Exposure.Refused) refused).exit())
                .isEqualTo(69);
        assertThatThrownBy(() -> start(Map.of("nostos.behind-proxy", "proxy.example")))
                .isInstanceOf(Exposure.Refused.class)
                .hasMessageContaining("proxy.example");
    }

    @Test
    void overTlsItSaysSoAndTakesANewCertificateWithoutAStop() throws Exception {
        Path certificate = folder.resolve("house.pem");
        Path key = folder.resolve("house.key");
        makeCertificate("first.example", certificate, key);
        try (Instance instance =
                start(
                        Map.of(
                                "server.address",
                                "0.0.0.0",
                                "nostos.tls.certificate",
                                certificate.toString(),
                                "nostos.tls.key",
                                key.toString(),
                                "spring.ssl.bundle.watch.file.quiet-period",
                                "200ms"))) {
            HttpResponse<String> answer = get(instance.address().resolve("/login"), Map.of());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("strict-transport-security").orElse(""))
                    .contains("max-age=31536000");
            assertThat(answer.headers().firstValue("set-cookie").orElse(""))
                    .startsWith("__Host-nostos=")
                    .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/");
            assertThat(subject(answer)).contains("first.example");
            makeCertificate("second.example", certificate, key);
            await(() -> subjectAt(instance.address()).contains("second.example"));
        }
    }

    @Test
    void behindAProxyOnlyTheProxyIsBelieved() throws Exception {
        Map<String, String> forwarded =
                Map.of("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https");
        try (Instance trusting = start(Map.of("nostos.behind-proxy", "127.0.0.1"))) {
            HttpResponse<String> answer = get(trusting.address().resolve("/login"), forwarded);
            assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
            assertThat(answer.headers().firstValue("set-cookie").orElse(""))
                    .startsWith("__Host-nostos=");
        }
        try (Instance wary = start(Map.of("nostos.behind-proxy", "192.0.2.80"))) {
            HttpResponse<String> answer = get(wary.address().resolve("/login"), forwarded);
            assertThat(answer.headers().firstValue("strict-transport-security")).isEmpty();
        }
    }

    @Test
    void theWordsOfServeBecomeItsSettings() {
        ServeOptions options =
                ServeOptions.parse(
                        new String[] {"serve", "--port", "8443", "--address", "0.0.0.0"},
                        Map.of("NOSTOS_TLS_CERT", "c.pem", "NOSTOS_TLS_KEY", "k.pem"));
        assertThat(options.port()).isEqualTo(8443);
        assertThat(options.settings())
                .containsEntry("server.address", "0.0.0.0")
                .containsEntry("nostos.tls.certificate", "c.pem")
                .containsEntry("nostos.tls.key", "k.pem")
                .containsEntry("nostos.second-factor", "required");
        assertThatThrownBy(() -> ServeOptions.parse(new String[] {"--port", "x"}, Map.of()))
                .hasMessageContaining("a port is a number");
        assertThatThrownBy(() -> ServeOptions.parse(new String[] {"--address"}, Map.of()))
                .hasMessageContaining("needs a value");
    }

    private static Instance start(Map<String, Object> settings) {
        return Instance.start(TestDatabase.fresh().access(), 0, settings);
    }

    /// A certificate as an operator would put it there: both files written aside, then moved in.
    private void makeCertificate(String name, Path certificate, Path key) throws Exception {
        Path store = folder.resolve(name + ".p12");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "house",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        Pem pem = Pem.of(store, "changeit", "house");
        Path aside = folder.resolve("aside");
        Files.writeString(aside, pem.key());
        Files.move(aside, key, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(aside, pem.certificate());
        Files.move(aside, certificate, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor()).isZero();
    }

    private static String subjectAt(URI address) {
        try {
            return subject(get(address.resolve("/login"), Map.of()));
        } catch (IOException | InterruptedException e) {
            return "";
        }
    }

    private static String subject(HttpResponse<String> answer) {
        try {
            return ((X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        } catch (javax.net.ssl.SSLPeerUnverifiedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> get(URI page, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(page);
        headers.forEach(request::header);
        try (HttpClient http = HttpClient.newBuilder().sslContext(anyCertificate()).build()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    /// The test's own certificates are signed by nobody.
    private static SSLContext anyCertificate() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
            return context;
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        Instant last = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited too long").isBefore(last);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static final class Trusting extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(
                X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(
                X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(
                X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(
                X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
