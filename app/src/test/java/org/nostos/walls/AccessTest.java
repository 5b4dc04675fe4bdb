package org.nostos.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.Instance;
import org.nostos.basics.Role;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.PartyKind;
import org.nostos.parties.SigningIn;
import org.nostos.parties.SigningIn.Outcome;
import org.nostos.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every page and endpoint, tried as every role and as nobody, against `access.tsv`.
///
/// A page that is not in the table fails, and so does a line of the table without a page.
class AccessTest {

    private static final String PASSWORD = "walnut plum linden";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static Instance instance;
    private static final Map<Role, Visitor> VISITORS = new EnumMap<>(Role.class);
    private static Visitor nobody;

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
        Caller administrator = ((Outcome.SignedIn) in).caller();
        UUID monitor =
                administrator.call(
                        () -> keeping().addParty(PartyKind.MONITOR, "Heron Watch", null));
        for (Role role : Role.values()) {
            switch (role) {
                case ENGINE -> {}
                case ADMINISTRATOR -> VISITORS.put(role, Visitor.signedIn("juniper"));
                case MONITOR -> VISITORS.put(role, newcomer(administrator, monitor, role));
                case INTAKE_OFFICER, IDENTITY_REVIEWER, SECOND_REVIEWER ->
                        VISITORS.put(role, newcomer(administrator, administrator.party(), role));
            }
        }
        nobody = new Visitor();
    }

    @AfterAll
    static void closeDoors() {
        instance.close();
    }

    @Test
    void everyPageIsOpenToTheRolesOfTheTableAndToNobodyElse() throws IOException {
        Map<String, Set<String>> table = table();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> line : table.entrySet()) {
            VISITORS.forEach((role, visitor) -> check(line, role.name(), visitor, wrong));
            check(line, "NOBODY", nobody, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTableNamesEveryPageAndNoOther() throws IOException {
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(pages());
    }

    @Test
    void aPostWithoutItsTokenIsRefused() {
        Visitor administrator = java.util.Objects.requireNonNull(VISITORS.get(Role.ADMINISTRATOR));
        assertThat(
                        administrator
                                .send("POST", "/users/parties", "kind=STATE&name=Meridia")
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoeverLostTheirSessionIsShownTheDoor() {
        Visitor late = Visitor.signedIn("juniper");
        JdbcClient.create(DATABASE.superuser())
                .sql(
                        "update nostos.session set ended_at = now() where id ="
                                + " (select id from nostos.session order by opened_at desc limit 1)")
                .update();
        HttpResponse<String> answer = late.send("GET", "/users", "");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElse("")).endsWith("/login?ended");
    }

    @Test
    void everyAnswerCarriesItsSecurityHeaders() {
        HttpResponse<String> answer = nobody.send("GET", "/login", "");
        assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(answer.headers().firstValue("referrer-policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("set-cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Strict");
    }

    private static void check(
            Map.Entry<String, Set<String>> line, String who, Visitor visitor, List<String> wrong) {
        String[] page = line.getKey().split(" ");
        HttpResponse<String> answer = visitor.visit(page[0], page[1]);
        boolean toLogin =
                answer.statusCode() == 302
                        && answer.headers().firstValue("location").orElse("").endsWith("/login");
        boolean refused = answer.statusCode() == 403 || toLogin;
        boolean mayOpen = line.getValue().contains(who);
        if (refused == mayOpen || answer.statusCode() == 500) {
            wrong.add(line.getKey() + " as " + who + ": " + answer.statusCode());
        }
    }

    private static Map<String, Set<String>> table() throws IOException {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/access.tsv"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\t");
                table.put(parts[0], who(parts[1]));
            }
        }
        return table;
    }

    private static Set<String> who(String names) {
        Set<String> who = new TreeSet<>();
        for (String name : names.split(" ")) {
            switch (name) {
                case "everybody" -> who.add("NOBODY");
                case "signed-in" -> {}
                default -> who.add(name);
            }
            if (name.equals("everybody") || name.equals("signed-in")) {
                Arrays.stream(Role.values()).forEach(role -> who.add(role.name()));
            }
        }
        return who;
    }

    private static Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        for (RequestMappingInfo mapping :
                instance.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                for (RequestMethod method :
                        methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    pages.add(method + " " + path);
                }
            }
        }
        pages.remove("GET /error");
        return pages;
    }

    private static Visitor newcomer(Caller administrator, UUID party, Role role) {
        String login =
                "visitor-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        Opening opening = administrator.call(() -> keeping().open(party, role, login, "Visitor"));
        instance.bean(OneTimeLinks.class).accept(((Opening.Opened) opening).token(), PASSWORD);
        return Visitor.signedIn(login);
    }

    private static AccountKeeping keeping() {
        return instance.bean(AccountKeeping.class);
    }

    /// A browser without a face: cookies, forms and their tokens.
    private static final class Visitor {

        private final HttpClient http =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();

        static Visitor signedIn(String login) {
            Visitor visitor = new Visitor();
            Map<String, String> form = new TreeMap<>();
            form.put("username", login);
            form.put("password", PASSWORD);
            form.put("_csrf", visitor.token());
            HttpResponse<String> answer = visitor.send("POST", "/login", encoded(form));
            assertThat(answer.headers().firstValue("location").orElse("")).doesNotContain("error");
            return visitor;
        }

        HttpResponse<String> visit(String method, String page) {
            String path = page.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            return method.equals("GET")
                    ? send(method, path, "")
                    : send(method, path, encoded(Map.of("_csrf", token())));
        }

        HttpResponse<String> send(String method, String path, String form) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(instance.address() + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .method(method, HttpRequest.BodyPublishers.ofString(form))
                            .build();
            try {
                return http.send(request, BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private String token() {
            Matcher found = TOKEN.matcher(send("GET", "/login", "").body());
            assertThat(found.find()).as("a token on the login page").isTrue();
            return found.group(1);
        }

        private static String encoded(Map<String, String> form) {
            List<String> pairs = new ArrayList<>();
            form.forEach(
                    (k, v) -> pairs.add(k + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8)));
            return String.join("&", pairs);
        }
    }
}
