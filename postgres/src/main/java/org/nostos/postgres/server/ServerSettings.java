package org.nostos.postgres.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// How an embedded server is run: where its binaries are kept, and PostgreSQL's own settings.
public record ServerSettings(Path cache, Map<String, String> postgres) {

    public ServerSettings {
        postgres = Map.copyOf(postgres);
    }

    /// Settings for data that must survive: what is committed is on the disk.
    public static ServerSettings durable() {
        return new ServerSettings(
                defaultCache(),
                Map.of(
                        "shared_buffers", "256MB",
                        "max_wal_size", "2GB",
                        "checkpoint_timeout", "15min",
                        "maintenance_work_mem", "128MB",
                        "work_mem", "16MB",
                        "random_page_cost", "1.1",
                        "jit", "off"));
    }

    /// Settings for tests that throw their data away: nothing waits for the disk.
    public static ServerSettings forgetful() {
        return durable()
                .with("fsync", "off")
                .with("synchronous_commit", "off")
                .with("full_page_writes", "off")
                .with("shared_buffers", "64MB")
                .with("max_connections", "200");
    }

    /// The same settings with one of PostgreSQL's set to this value.
    public ServerSettings with(String name, String value) {
        Map<String, String> changed = new HashMap<>(postgres);
        changed.put(name, value);
        return new ServerSettings(cache, changed);
    }

    /// The same settings with the binaries unpacked under this folder.
    public ServerSettings withCache(Path folder) {
        return new ServerSettings(folder, postgres);
    }

    private static Path defaultCache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base =
                configured == null || configured.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(configured);
        return base.resolve("nostos");
    }
}
