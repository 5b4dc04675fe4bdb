package org.nostos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.journal.JournalKeys;
import org.nostos.parties.OneTimeLinks;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.Installation;
import org.nostos.postgres.Secrets;
import org.nostos.postgres.journal.SigningKeys;
import org.nostos.postgres.server.EmbeddedServer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A running Nostos over one data folder: its PostgreSQL, embedded or external, and its pages.
///
/// The embedded server stops after the application: what the application writes while it closes is
/// still kept. Closing twice does nothing.
public final class Instance implements AutoCloseable {

    /// The variable that names an external server instead of the embedded one.
    static final String DATABASE_URL = "NOSTOS_DATABASE_URL";

    static final String DATABASE = "nostos";

    private final ConfigurableApplicationContext context;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// Starts an instance; on the loopback address unless the settings say otherwise.
    ///
    /// @param port 0 for any free one
    public static Instance start(Path data, int port, Map<String, Object> settings) {
        makeFolder(data);
        @Nullable EmbeddedServer server =
                System.getenv(DATABASE_URL) == null ? EmbeddedServer.start(data) : null;
        try {
            DatabaseAccess access = install(server, data);
            JournalKeys keys = SigningKeys.in(data.resolve("secrets"));
            return start(access, keys, server, port, withFolder(settings, data));
        } catch (IOException e) {
            close(server);
            throw new UncheckedIOException("cannot keep the journal's signing key in " + data, e);
        } catch (RuntimeException e) {
            close(server);
            throw e;
        }
    }

    /// Starts an instance over a database that is installed already and that somebody else stops. Its
    /// checkpoints are signed with keys that nobody keeps.
    public static Instance start(DatabaseAccess access, int port, Map<String, Object> settings) {
        return start(access, JournalKeys.generate(), null, port, settings);
    }

    private static Instance start(
            DatabaseAccess access,
            JournalKeys keys,
            @Nullable EmbeddedServer server,
            int port,
            Map<String, Object> settings) {
        SpringApplication application = NostosApplication.application();
        application.setDefaultProperties(settings);
        application.addInitializers(context -> {
            Exposure.decide(context.getEnvironment());
            ProductionGate.require(context.getEnvironment(), access);
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(DatabaseAccess.class, () -> access);
            beans.registerBean(JournalKeys.class, () -> keys);
        });
        ConfigurableApplicationContext context = application.run("--server.port=" + port);
        if (server != null) {
            // After the context is closed: closing still queries.
            SpringApplication.getShutdownHandlers().add(server::close);
            context.getBeanFactory().registerSingleton("embeddedServer", new ServerHandle(server));
        }
        return new Instance(context);
    }

    /// What a closed instance must still stop.
    private record ServerHandle(EmbeddedServer server) {}

    /// Where the pages are.
    public URI address() {
        int port =
                Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
        boolean tls = context.getEnvironment().containsProperty("server.ssl.bundle");
        return URI.create((tls ? "https://" : "http://") + host() + ":" + port);
    }

    /// The address it listens on; one's own machine where it listens on all.
    private String host() {
        String address = context.getEnvironment().getProperty("server.address", "127.0.0.1");
        if (address.equals("0.0.0.0") || address.equals("::")) {
            return "127.0.0.1";
        }
        return address.contains(":") ? "[" + address + "]" : address;
    }

    /// The one-time link of the first administrator, while nobody has an account.
    public Optional<String> firstLink() {
        return context.getBean(OneTimeLinks.class)
                .first()
                .map(token -> address() + "/welcome?link=" + token);
    }

    /// The application's beans, for those who fill an instance through the rooms' public faces.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        Optional<ServerHandle> handle =
                context.isActive() && context.containsBean("embeddedServer")
                        ? Optional.of(context.getBean(ServerHandle.class))
                        : Optional.empty();
        context.close();
        handle.ifPresent(h -> h.server().close());
    }

    /// The rooms may put away what is made faster than it is read: in this folder, beside the database.
    private static Map<String, Object> withFolder(Map<String, Object> settings, Path data) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("nostos.data", data.toString());
        return all;
    }

    private static DatabaseAccess install(@Nullable EmbeddedServer server, Path data) {
        Secrets secrets = new Secrets(data.resolve("secrets"));
        if (server != null) {
            return new Installation(server::jdbcUrl, server.superuser(), server.password())
                    .install(DATABASE, "postgres", secrets);
        }
        return ExternalServer.of(System.getenv(DATABASE_URL)).install(secrets);
    }

    private static void close(@Nullable EmbeddedServer server) {
        if (server != null) {
            server.close();
        }
    }

    private static void makeFolder(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the data folder " + data, e);
        }
    }
}
