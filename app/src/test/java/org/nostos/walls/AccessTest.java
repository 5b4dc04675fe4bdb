package org.nostos.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.Instance;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.PartyKind;
import org.nostos.parties.SecondFactors;
import org.nostos.parties.SecondFactors.Enrolling;
import org.nostos.parties.SigningIn;
import org.nostos.parties.SigningIn.Outcome;
import org.nostos.parties.Totp;
import org.nostos.parties.Visitor;
import org.nostos.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every page and endpoint, tried as every role, halfway in, with a session that is over, and as nobody,
/// against `access.tsv`.
///
/// A page that is not in the table fails, and so does a line of the table without a page.
class AccessTest {

    private static final String PASSWORD = "walnut plum linden";
    private static final String NOBODY = "NOBODY";
    private static final String HALF_CODE = "HALF_CODE";
    private static final String HALF_ENROL = "HALF_ENROL";

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Map<String, FacelessBrowser> VISITORS = new TreeMap<>();

    private static Instance instance;
    private static Caller administrator;

    @BeforeAll
    static void openDoors() {
        instance = Instance.start(DATABASE.access(), 0, Map.of("nostos.second-factor", "required"));
        OneTimeLinks links = instance.bean(OneTimeLinks.class);
        links.found(
                links.first().orElseThrow(),
                "Joint Return Committee",
                "juniper",
                "Juniper",
                PASSWORD);
        administrator = enrolled("juniper");
        Map<Role, UUID> parties = partiesOfTheirRoles();
        for (Role role : Role.values()) {
            if (role != Role.ENGINE) {
                String login = "visitor-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
                open(parties.getOrDefault(role, administrator.party()), role, login);
                VISITORS.put(role.name(), browser().signIn(login, PASSWORD));
            }
        }
        VISITORS.put(NOBODY, browser());
        VISITORS.put(HALF_CODE, halfway("visitor-identity-reviewer", "/login/code"));
        open(administrator.party(), Role.SECOND_REVIEWER, "newcomer");
        VISITORS.put(HALF_ENROL, halfway("newcomer", "/login/enrol"));
    }

    /// Whoever does not work for the committee works for a party of their own.
    private static Map<Role, UUID> partiesOfTheirRoles() {
        return Map.of(
                Role.MONITOR, party(PartyKind.MONITOR, "Heron Watch", null),
                Role.CONSULAR_OFFICER, party(PartyKind.STATE, "Meridia", new StateCode("XMD")),
                Role.INDEPENDENT_REVIEWER, party(PartyKind.REVIEW_BODY, "Board of Review", null),
                Role.COUNSEL, party(PartyKind.LEGAL_AID, "Linden Legal Aid", null));
    }

    private static UUID party(PartyKind kind, String name, @Nullable StateCode state) {
        return administrator.call(() -> keeping().addParty(kind, name, state));
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
            VISITORS.forEach((who, visitor) -> check(line, who, visitor, wrong));
        }
        System.out.println(
                "pages x roles tried: "
                        + table.size()
                        + " x "
                        + VISITORS.size()
                        + " = "
                        + table.size() * VISITORS.size());
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTableNamesEveryPageAndNoOther() throws IOException {
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(pages());
    }

    @Test
    void aNewPageThatNobodyEnteredIntoTheTableIsFoundAndShut() throws Exception {
        RequestMappingHandlerMapping mapping = instance.bean(RequestMappingHandlerMapping.class);
        RequestMappingInfo info = RequestMappingInfo.paths("/forgotten").build();
        mapping.registerMapping(info, new Forgotten(), Forgotten.class.getMethod("page"));
        try {
            assertThat(pages()).contains("GET /forgotten");
            assertThat(table().keySet()).doesNotContain("GET /forgotten");
            VISITORS.forEach((who, visitor) ->
                    assertThat(isShut(visitor, visitor.get("/forgotten"))).as(who).isTrue());
        } finally {
            mapping.unregisterMapping(info);
        }
    }

    @Test
    void everyFormWithoutItsTokenIsRefused() throws IOException {
        List<String> taken = new ArrayList<>();
        for (String line : table().keySet()) {
            if (line.startsWith("POST ")) {
                VISITORS.forEach((who, visitor) -> {
                    int status = visitor.postUnasked(line.substring(5)).statusCode();
                    if (status != 403) {
                        taken.add(line + " as " + who + ": " + status);
                    }
                });
            }
        }
        assertThat(taken).isEmpty();
    }

    /// Ended by somebody, too old, too idle, or with its account closed: each page, one of them in turn.
    @Test
    void whoeverLostTheirSessionIsShownTheDoor() throws IOException {
        List<String> losses =
                List.of(
                        "update nostos.session set ended_at = now() where id = ?",
                        "update nostos.session set expires_at = now() where id = ?",
                        "update nostos.session set seen_at = now() - interval '31 minutes' where id = ?");
        open(administrator.party(), Role.INTAKE_OFFICER, "loser");
        JdbcClient asOwner = JdbcClient.create(DATABASE.superuser());
        List<String> open = new ArrayList<>();
        int turn = 0;
        for (String line : table().keySet()) {
            FacelessBrowser late = browser().signIn("loser", PASSWORD);
            String loss = losses.get(turn++ % losses.size());
            asOwner.sql(loss).param(lastSession(asOwner)).update();
            String[] page = line.split(" ");
            HttpResponse<String> answer =
                    page[0].equals("GET") ? late.visit("GET", page[1]) : late.get("/account");
            if (!late.location(answer).equals("/login?ended")) {
                open.add(line + ": " + answer.statusCode());
            }
        }
        assertThat(open).isEmpty();
    }

    /// A page of the table that one of its readers may open, and what must stand above each answer.
    @Test
    void everyAnswerCarriesItsSecurityHeadersAndNoPageHasAScriptOfItsOwn() throws IOException {
        List<String> wrong = new ArrayList<>();
        table().forEach((line, readers) -> {
            String[] page = line.split(" ");
            for (String who : readers) {
                FacelessBrowser visitor = VISITORS.get(who);
                if (visitor != null && page[0].equals("GET")) {
                    HttpResponse<String> answer = visitor.visit(page[0], page[1]);
                    HEADERS.forEach((name, value) -> {
                        String is = answer.headers().firstValue(name).orElse("");
                        if (!is.matches(value)) {
                            wrong.add(line + " as " + who + ": " + name + " is " + is);
                        }
                    });
                    if (INLINE.matcher(answer.body()).find()) {
                        wrong.add(line + " as " + who + " has a script of its own");
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    /// Every page that answers its reader at all, in the language that reads from the right.
    @Test
    void everyPageSpeaksTheLanguageOfItsReaderAndLacksNoWord() throws IOException {
        List<String> wrong = new ArrayList<>();
        table().forEach((line, readers) -> {
            String[] page = line.split(" ");
            for (String who : readers) {
                FacelessBrowser visitor = VISITORS.get(who);
                if (visitor != null && page[0].equals("GET")) {
                    String fault = inArabic(visitor.prefers("ar-SY,ar;q=0.9,en;q=0.5"), page[1]);
                    visitor.prefers("");
                    if (!fault.isEmpty()) {
                        wrong.add(line + " as " + who + ": " + fault);
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static String inArabic(FacelessBrowser visitor, String page) {
        HttpResponse<String> answer = visitor.visit("GET", page);
        String type = answer.headers().firstValue("content-type").orElse("");
        if (!type.startsWith("text/html") || !answer.body().contains("<html")) {
            return "";
        }
        Matcher missing = MISSING.matcher(answer.body());
        if (missing.find()) {
            return missing.group();
        }
        return answer.body().contains("<html lang=\"ar\" dir=\"rtl\">")
                        && answer.headers()
                                .firstValue("content-language")
                                .orElse("")
                                .startsWith("ar")
                        && answer.headers().allValues("vary").contains("Accept-Language")
                ? ""
                : answer.statusCode() + " is not in Arabic";
    }

    private static final Pattern MISSING = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

    @Test
    void theSessionsCookieIsForTheServerAloneAndForThisSite() {
        assertThat(browser().get("/login").headers().firstValue("set-cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Strict");
    }

    private static final Map<String, String> HEADERS =
            Map.of(
                    "content-security-policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
                            + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                            + "frame-ancestors 'none'",
                    "x-content-type-options",
                    "nosniff",
                    "x-frame-options",
                    "DENY",
                    "referrer-policy",
                    "no-referrer",
                    "cross-origin-opener-policy",
                    "same-origin",
                    "cross-origin-resource-policy",
                    "same-origin",
                    "permissions-policy",
                    "camera=\\(\\).*",
                    "cache-control",
                    ".*no-store.*");

    private static final Pattern INLINE =
            Pattern.compile(
                    "<script(?![^>]*\\ssrc=)|\\son[a-z]+\\s*=\\s*[\"']|javascript:|<style[\\s>]",
                    Pattern.CASE_INSENSITIVE);

    /// A page that its author forgot to enter anywhere.
    static final class Forgotten {
        @ResponseBody
        public String page() {
            return "open";
        }
    }

    private static void check(
            Map.Entry<String, Set<String>> line,
            String who,
            FacelessBrowser visitor,
            List<String> wrong) {
        String[] page = line.getKey().split(" ");
        HttpResponse<String> answer = visitor.visit(page[0], page[1]);
        boolean mayOpen = line.getValue().contains(who);
        if (isShut(visitor, answer) == mayOpen || answer.statusCode() == 500) {
            wrong.add(line.getKey() + " as " + who + ": " + answer.statusCode());
        }
    }

    /// Refused, or led away to the door or to its second step.
    private static boolean isShut(FacelessBrowser visitor, HttpResponse<String> answer) {
        return answer.statusCode() == 403
                || Set.of("/login", "/login/code", "/login/enrol")
                        .contains(visitor.location(answer));
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
                case "everybody" -> who.addAll(List.of(NOBODY, HALF_CODE, HALF_ENROL));
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

    private static FacelessBrowser browser() {
        return new FacelessBrowser(instance.address());
    }

    /// Somebody who has shown their password and no more.
    private static FacelessBrowser halfway(String login, String step) {
        FacelessBrowser half = browser();
        assertThat(half.knock(login, PASSWORD)).isEqualTo(step);
        return half;
    }

    /// The engine opens sessions of its own meanwhile.
    private static UUID lastSession(JdbcClient asOwner) {
        return asOwner.sql(
                        """
                        select s.id from nostos.session s join nostos.account a on a.id = s.account
                        where a.login = 'loser' order by s.opened_at desc limit 1
                        """)
                .query(UUID.class)
                .single();
    }

    private static void open(UUID party, Role role, String login) {
        Opening opening = administrator.call(() -> keeping().open(party, role, login, "Visitor"));
        instance.bean(OneTimeLinks.class).accept(((Opening.Opened) opening).token(), PASSWORD);
    }

    /// Somebody who has come in and set up what this house requires.
    private static Caller enrolled(String login) {
        Visitor from = new Visitor("test", "");
        Outcome outcome = instance.bean(SigningIn.class).signIn(login, PASSWORD, from);
        SecondFactors factors = instance.bean(SecondFactors.class);
        byte[] secret = factors.newSecret();
        String code = Totp.code(secret, Totp.stepAt(Instant.now(Clock.systemUTC())));
        Enrolling enrolling = factors.enrol(((Outcome.HalfWay) outcome).half(), secret, code, from);
        return ((Enrolling.Enrolled) enrolling).in();
    }

    private static AccountKeeping keeping() {
        return instance.bean(AccountKeeping.class);
    }
}
