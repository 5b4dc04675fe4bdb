package org.nostos.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.Instance;
import org.nostos.testing.TestDatabase;

/// The one instance and the one browser that all stories of a process share.
///
/// Both start with the first story; the instance ends with the process, while its database is still
/// there, and the browser with its driver.
final class Stage {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static @Nullable Stage raised;

    private final Instance instance;
    private final Browser browser;

    private Stage(Instance instance, Browser browser) {
        this.instance = instance;
        this.browser = browser;
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

    private static Stage set() {
        Browser browser = launch();
        Instance instance =
                Instance.start(TestDatabase.fresh().access(), 0, Map.of("nostos.invented", "true"));
        TestDatabase.beforeTheEnd(instance::close);
        Stage stage = new Stage(instance, browser);
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
