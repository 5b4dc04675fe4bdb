package org.nostos.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.Instance;
import org.nostos.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The one instance and the one browser that all stories of a process share.
///
/// Both start with the first story; the instance ends with the process, while its database is still
/// there, and the browser with its driver.
final class Stage {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static @Nullable Stage raised;

    private final Instance instance;
    private final Browser browser;
    private final TestDatabase database;

    private Stage(Instance instance, Browser browser, TestDatabase database) {
        this.instance = instance;
        this.browser = browser;
        this.database = database;
    }

    static synchronized Stage get() {
        if (raised == null) {
            raised = set();
        }
        return raised;
    }

    Browser browser() {
        return browser;
    }

    /// The address of a page.
    String at(String path) {
        return instance.address() + path;
    }

    /// The rooms' public faces, for what a story takes as given.
    <T> T bean(Class<T> type) {
        return instance.bean(type);
    }

    /// So much time goes by since everybody of a transfer left, and nothing else happens: the hour alone is moved.
    void left(UUID transfer, Duration ago) {
        JdbcClient.create(database.superuser())
                .sql(
                        """
                        with moved as (select set_config('session_replication_role', 'replica', true))
                        update nostos.transfer_event set happened_at = clock_timestamp() - ? * interval '1 millisecond'
                        from moved where transfer = ? and kind = 'DEPARTED'
                        """)
                .param(ago.toMillis())
                .param(transfer)
                .update();
    }

    private static Stage set() {
        Browser browser = launch();
        TestDatabase database = TestDatabase.fresh();
        Instance instance = Instance.start(database.access(), 0, Map.of("nostos.invented", "true"));
        TestDatabase.beforeTheEnd(instance::close);
        Stage stage = new Stage(instance, browser, database);
        new Founding(stage).found();
        return stage;
    }

    private static Browser launch() {
        if (!Files.isExecutable(CHROMIUM)) {
            throw new AssertionError(
                    CHROMIUM
                            + " is missing. On Debian, as root: apt-get update &&"
                            + " apt-get install -y --no-install-recommends chromium");
        }
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setHeadless(true)
                                .setArgs(
                                        List.of(
                                                "--no-sandbox",
                                                "--disable-gpu",
                                                "--disable-quic",
                                                "--no-first-run",
                                                "--disable-background-networking",
                                                "--disable-component-update",
                                                "--disable-sync")));
    }
}
