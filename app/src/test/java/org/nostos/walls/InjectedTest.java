package org.nostos.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.Instance;
import org.nostos.basics.Role;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.SigningIn;
import org.nostos.parties.SigningIn.Outcome;
import org.nostos.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everything in `payloads.txt`, typed into every field that takes words: it is text and stays text.
class InjectedTest {

    private static final String PASSWORD = "walnut plum linden";
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static Instance instance;
    private static FacelessBrowser administrator;
    private static FacelessBrowser reviewer;
    private static FacelessBrowser nobody;
    private static UUID committee;
    private static UUID account;

    @BeforeAll
    static void openDoors() {
        instance = Instance.start(DATABASE.access(), 0, Map.of());
        OneTimeLinks links = instance.bean(OneTimeLinks.class);
        links.found(
                links.first().orElseThrow(),
                "Joint Return Committee",
                "juniper",
                "Juniper",
                PASSWORD);
        Outcome in = instance.bean(SigningIn.class).signIn("juniper", PASSWORD, "test");
        Caller juniper = ((Outcome.SignedIn) in).caller();
        committee = juniper.party();
        Opening opening =
                juniper.call(() ->
                        instance.bean(AccountKeeping.class)
                                .open(committee, Role.IDENTITY_REVIEWER, "hazel", "Hazel"));
        account = ((Opening.Opened) opening).account();
        links.accept(((Opening.Opened) opening).token(), PASSWORD);
        administrator = browser().signIn("juniper", PASSWORD);
        reviewer = browser().signIn("hazel", PASSWORD);
        nobody = browser();
    }

    @AfterAll
    static void closeDoors() {
        instance.close();
    }

    @Test
    void whatIsTypedIsTextAndStaysText() throws IOException {
        List<String> payloads = Files.readAllLines(Path.of("src/test/resources/payloads.txt"));
        Map<String, BiFunction<String, Integer, HttpResponse<String>>> fields = fields();
        long entries = count("journal_entry");
        long accounts = count("account");
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < payloads.size(); i++) {
            for (Map.Entry<String, BiFunction<String, Integer, HttpResponse<String>>> field :
                    fields.entrySet()) {
                int status = field.getValue().apply(payloads.get(i), i).statusCode();
                if (status >= 500) {
                    broken.add(field.getKey() + " with line " + (i + 1) + ": " + status);
                }
            }
        }
        System.out.println(
                "hostile words tried: " + payloads.size() + " x " + fields.size() + " fields");
        assertThat(broken).isEmpty();
        assertThat(count("journal_entry")).isGreaterThan(entries);
        assertThat(count("account")).isGreaterThan(accounts);
        List<String> kept =
                asOwner().sql("select name from nostos.party").query(String.class).list();
        assertThat(kept)
                .containsAll(
                        payloads.stream().map(String::strip).filter(p -> !p.isBlank()).toList());
    }

    private static Map<String, BiFunction<String, Integer, HttpResponse<String>>> fields() {
        Map<String, BiFunction<String, Integer, HttpResponse<String>>> fields = new HashMap<>();
        fields.put(
                "the login",
                (word, i) -> nobody.post("/login", Map.of("username", word, "password", "x")));
        fields.put("a one-time link", (word, i) -> nobody.get("/welcome?link=" + encoded(word)));
        fields.put(
                "a link to the provider",
                (word, i) -> nobody.get("/welcome/provider?link=" + encoded(word)));
        fields.put(
                "the search", (word, i) -> reviewer.post("/search", Map.of("q", word, "born", "")));
        fields.put(
                "a day of birth",
                (word, i) -> reviewer.post("/search", Map.of("q", "Saqr", "born", word)));
        fields.put(
                "the journal's kind", (word, i) -> reviewer.get("/journal?kind=" + encoded(word)));
        fields.put(
                "the journal's day", (word, i) -> reviewer.get("/journal?from=" + encoded(word)));
        fields.put(
                "a code",
                (word, i) -> reviewer.post("/account/second-factor", Map.of("code", word)));
        fields.put(
                "a party's name",
                (word, i) ->
                        administrator.post(
                                "/users/parties",
                                Map.of("kind", "MONITOR", "name", word, "state", "")));
        fields.put(
                "a state's code",
                (word, i) ->
                        administrator.post(
                                "/users/parties",
                                Map.of("kind", "STATE", "name", "Meridia", "state", word)));
        fields.put("an account's login", (word, i) -> open(word, "Somebody"));
        fields.put("an account's name", (word, i) -> open("somebody" + i, word));
        fields.put(
                "a reason",
                (word, i) ->
                        administrator.post(
                                "/users/accounts/" + account + "/second-factor/reset",
                                Map.of("reason", word)));
        return fields;
    }

    private static HttpResponse<String> open(String login, String name) {
        return administrator.post(
                "/users/accounts",
                Map.of(
                        "party",
                        committee.toString(),
                        "role",
                        "INTAKE_OFFICER",
                        "login",
                        login,
                        "displayName",
                        name));
    }

    private static long count(String table) {
        return asOwner().sql("select count(*) from nostos." + table).query(Long.class).single();
    }

    private static JdbcClient asOwner() {
        return JdbcClient.create(DATABASE.superuser());
    }

    private static FacelessBrowser browser() {
        return new FacelessBrowser(instance.address());
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
