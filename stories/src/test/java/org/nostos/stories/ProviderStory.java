package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nostos.Instance;
import org.nostos.basics.Role;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.ProviderKeeping;
import org.nostos.parties.SigningIn;
import org.nostos.parties.SigningIn.Outcome;
import org.nostos.stories.provider.Provider;
import org.nostos.stories.provider.Saying;
import org.nostos.testing.TestDatabase;

/// A house whose people sign in with the provider of their organisation.
class ProviderStory {

    private static Provider provider;
    private static Instance house;
    private static Caller administrator;
    private static UUID hazel;

    private BrowserContext browser;
    private Page page;

    @BeforeAll
    static void openHouse() {
        provider = Provider.start();
        house = Instance.start(TestDatabase.fresh().access(), 0, provider.settings());
        OneTimeLinks links = house.bean(OneTimeLinks.class);
        links.found(
                links.first().orElseThrow(),
                "Joint Return Committee",
                "juniper",
                "Juniper Linden",
                Cast.PASSWORD);
        Outcome in = house.bean(SigningIn.class).signIn("juniper", Cast.PASSWORD, "127.0.0.1");
        administrator = ((Outcome.SignedIn) in).caller();
        hazel = open("hazel", "Hazel Linden");
    }

    @AfterAll
    static void closeHouse() {
        house.close();
        provider.close();
    }

    @BeforeEach
    void openBrowser() {
        provider.say(Saying.THE_TRUTH);
        browser = Stage.get().browser().newContext();
        page = browser.newPage();
        bindHazelOnce();
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void whoIsBoundComesInByWayOfTheProvider() {
        signInAs("hazel.linden");
        assertThat(page.locator(".tools .name")).hasText("Hazel Linden");
        page.getByRole(AriaRole.BUTTON, named("Sign out")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in with")).click();
        assertThat(page.locator(".tools .name")).hasText("Hazel Linden");
    }

    @Test
    void whomTheProviderKnowsAndTheHouseDoesNotStaysOutside() {
        signInAs("stranger");
        assertThat(page.locator("main")).containsText("no account here is bound to you");
        expectNobodyIsIn();
    }

    @ParameterizedTest
    @EnumSource(value = Saying.class, mode = EnumSource.Mode.EXCLUDE, names = "THE_TRUTH")
    void whatDoesNotHoldLetsNobodyIn(Saying saying) {
        provider.say(saying);
        signInAs("hazel.linden");
        assertThat(page.locator("main")).containsText("does not hold");
        expectNobodyIsIn();
    }

    @Test
    void anAnswerThatNobodyAskedForLetsNobodyIn() {
        page.navigate(house.address() + "/login/oauth2/code/provider?code=made-up&state=made-up");
        assertThat(page.locator("main")).containsText("does not hold");
        expectNobodyIsIn();
    }

    @Test
    void anIdentityThatHasAnAccountIsNotBoundToAnother() {
        UUID other = open("sorrel", "Sorrel Finch");
        bind(other, "hazel.linden");
        assertThat(page.locator("main")).containsText("was not bound");
        expectNobodyIsIn();
    }

    private void bindHazelOnce() {
        ProviderKeeping keeping = house.bean(ProviderKeeping.class);
        if (!administrator.call(keeping::bound).contains(hazel)) {
            bind(hazel, "hazel.linden");
            assertThat(page.locator(".tools .name")).hasText("Hazel Linden");
            browser.clearCookies();
        }
    }

    private void bind(UUID account, String name) {
        String token = administrator.call(() -> house.bean(ProviderKeeping.class).invite(account));
        page.navigate(house.address() + "/welcome/provider?link=" + token);
        page.getByRole(AriaRole.BUTTON, named("Bind my account")).click();
        page.getByRole(AriaRole.LINK, named("Sign in with Cedar Identity")).click();
        sayWhoIAm(name);
    }

    private void signInAs(String name) {
        page.navigate(house.address() + "/login");
        page.getByRole(AriaRole.LINK, named("Sign in with Cedar Identity")).click();
        sayWhoIAm(name);
    }

    private void sayWhoIAm(String name) {
        page.waitForURL(url -> url.startsWith(provider.issuer()));
        page.locator("#username").fill(name);
        page.locator("#password").fill(Provider.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> url.startsWith(house.address().toString()));
    }

    private void expectNobodyIsIn() {
        page.navigate(house.address() + "/account");
        assertThat(page.url()).startsWith(house.address() + "/login");
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words);
    }

    private static UUID open(String login, String name) {
        AccountKeeping keeping = house.bean(AccountKeeping.class);
        Opening opening =
                administrator.call(() ->
                        keeping.open(administrator.party(), Role.IDENTITY_REVIEWER, login, name));
        return ((Opening.Opened) opening).account();
    }
}
