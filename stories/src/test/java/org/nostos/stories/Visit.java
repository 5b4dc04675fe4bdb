package org.nostos.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/// One person's window on the house, from signing in until it is closed. It keeps every complaint of
/// the browser's console.
final class Visit implements AutoCloseable {

    static final int WIDE = 1280;
    static final int NARROW = 390;

    private final Stage stage = Stage.get();
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visit(Browser.NewContextOptions options) {
        context = stage.browser().newContext(options.setViewportSize(WIDE, 900));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    /// A window of somebody unknown.
    static Visit ofAStranger() {
        return new Visit(new Browser.NewContextOptions());
    }

    /// A window of somebody who has signed in.
    static Visit by(Cast member) {
        return by(member, new Browser.NewContextOptions());
    }

    /// A window with its own ways: without scripts, dark, from elsewhere.
    static Visit by(Cast member, Browser.NewContextOptions options) {
        Visit visit = new Visit(options);
        visit.open("/login");
        visit.signIn(member.login(), Cast.PASSWORD);
        visit.page.waitForURL(url -> !url.endsWith("/login"));
        return visit;
    }

    void signIn(String login, String password) {
        page.locator("#username").fill(login);
        page.locator("#password").fill(password);
        page.locator("main button[type=submit]").click();
    }

    /// Opens a page of the house and returns the status it answered with.
    int open(String path) {
        Response response = page.navigate(stage.at(path));
        return response == null ? 0 : response.status();
    }

    /// The status with which a program in this session is answered.
    int answer(String path) {
        return page.request().get(stage.at(path)).status();
    }

    Page page() {
        return page;
    }

    Locator main() {
        return page.locator("main");
    }

    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /// Presses a key that a script of the page listens for: not before the page has its scripts.
    void key(String key) {
        page.waitForLoadState();
        page.keyboard().press(key);
    }

    /// Presses the button that says this.
    void press(String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first().click();
    }

    /// Follows the link that says this.
    void follow(String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first().click();
    }

    /// The path of the page in the window.
    String path() {
        return page.url().substring(stage.at("").length());
    }

    /// Everything the window shows and holds, as text.
    String source() {
        return page.content();
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
