package org.nostos.stories.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Spring Authorization Server on a free port of `localhost`, with two people and one client.
///
/// The house under test answers at `127.0.0.1`: to a browser that is another site, as a provider is.
public final class Provider implements AutoCloseable {

    public static final String CLIENT = "nostos";
    public static final String CLIENT_SECRET = "a secret between the two houses";
    public static final String PASSWORD = "cedar wood box";

    private final ConfigurableApplicationContext context;
    private final String issuer;

    private Provider(ConfigurableApplicationContext context, String issuer) {
        this.context = context;
        this.issuer = issuer;
    }

    public static Provider start() {
        int port = freePort();
        String issuer = "http://localhost:" + port;
        SpringApplication application = new SpringApplication(ProviderConfiguration.class);
        // The class path is the house's: its settings are not the provider's.
        ConfigurableApplicationContext context =
                application.run(
                        "--spring.config.location=optional:classpath:/no-settings/",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn",
                        "--server.port=" + port,
                        "--server.servlet.session.cookie.name=provider",
                        "--provider.issuer=" + issuer);
        return new Provider(context, issuer);
    }

    /// The settings of a house that trusts this provider.
    public Map<String, Object> settings() {
        return Map.of(
                "nostos.oidc.issuer", issuer,
                "nostos.oidc.client-id", CLIENT,
                "nostos.oidc.client-secret", CLIENT_SECRET,
                "nostos.oidc.name", "Cedar Identity");
    }

    public String issuer() {
        return issuer;
    }

    /// Lets what is said from now on be this.
    public void say(Saying saying) {
        context.getBean(Tongue.class).say(saying);
    }

    @Override
    public void close() {
        context.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
