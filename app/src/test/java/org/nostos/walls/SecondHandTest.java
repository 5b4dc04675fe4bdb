package org.nostos.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nostos.Instance;
import org.nostos.basics.Role;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.SigningIn;
import org.nostos.parties.SigningIn.Outcome;
import org.nostos.parties.Visitor;
import org.nostos.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two officers on one case, over HTTP, on every track's page: whoever comes second records nothing, and
/// sees what was done meanwhile, by whom and when, beside what they wrote.
class SecondHandTest {

    private static final String PASSWORD = "walnut plum linden";
    private static final String WORDS = "what the second officer had to say of it";
    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();
    private static final Pattern SHOWN = Pattern.compile("name=\"shownAt\" value=\"(\\d+)\"");
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final String SOMEBODY =
            """
            create temporary table one_act on commit drop as
                select id as act from nostos.journal_entry order by recorded_at limit 1;
            insert into nostos.received_file (id, party, sha256, size, act)
                select :id, :party, decode(repeat('ab', 32), 'hex'), 1, act from one_act;
            insert into nostos.list (id, party, title, act) select :id, :party, 'A list', act from one_act;
            insert into nostos.list_version (id, list, party, file, as_of, act)
                select :id, :id, :party, :id, current_date, act from one_act;
            insert into nostos.list_event (id, version, party, kind, account, act)
                select :id, :id, :party, 'ACCEPTED', :account, act from one_act;
            insert into nostos.record (id, version, party, line, fields, sex, act)
                select :id, :id, :party, 2, jsonb_build_object('given_name', jsonb_build_array('Zaytun')), 'F', act
                from one_act;
            insert into nostos.person (id, ordinal, number, record, party, act)
                select :id, 1, 'N-2026-000001', :id, :party, act from one_act
            """;

    private static Instance instance;
    private static Caller administrator;
    private static FacelessBrowser moss;
    private static FacelessBrowser thyme;
    private static UUID person;

    @BeforeAll
    static void openDoors() throws SQLException {
        instance = Instance.start(DATABASE.access(), 0, Map.of());
        OneTimeLinks links = instance.bean(OneTimeLinks.class);
        links.found(
                links.first().orElseThrow(),
                "Joint Return Committee",
                "juniper",
                "Juniper",
                PASSWORD);
        Outcome in =
                instance.bean(SigningIn.class).signIn("juniper", PASSWORD, new Visitor("test", ""));
        administrator = ((Outcome.SignedIn) in).caller();
        moss = officer("moss", "Moss");
        thyme = officer("thyme", "Thyme");
        person = somebody();
    }

    @AfterAll
    static void closeDoors() {
        instance.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void whoeverComesSecondSeesWhatChangedBesideTheirOwnWords(
            String page, String action, Map<String, String> fields) {
        Matcher shown = SHOWN.matcher(moss.get(at(page)).body());
        assertThat(shown.find()).as("the page says when it was shown").isTrue();
        String reason = "Thyme was here, on the way to " + action;
        assertThat(
                        thyme.post(
                                        at("review/exclusions"),
                                        Map.of("on", TODAY, "reason", reason, "source", "order 12"))
                                .statusCode())
                .isEqualTo(302);
        Map<String, String> form = new HashMap<>(fields);
        form.putAll(Map.of("seen", UUID.randomUUID().toString(), "shownAt", shown.group(1)));
        long facts = facts();
        HttpResponse<String> refused = moss.post(at(action), form);
        String next = moss.get(moss.location(refused)).body();
        assertThat(next)
                .contains("What was done since you opened the page")
                .contains("<bdi>Thyme</bdi>")
                .contains("recorded that a holder keeps somebody back")
                .contains("<dd><bdi>" + WORDS + "</bdi></dd>");
        assertThat(facts()).as("nothing was recorded").isEqualTo(facts);
        assertThat(moss.get(at(page)).body())
                .doesNotContain("What was done since you opened the page");
    }

    private static Stream<Arguments> forms() {
        return Stream.of(
                form(
                        "custody",
                        "custody/steps",
                        Map.of("kind", "DECEASED", "when", TODAY, "source", WORDS)),
                form(
                        "nationality",
                        "nationality/steps",
                        Map.of("step", "CLAIMED", "state", "XMD", "on", TODAY, "source", WORDS)),
                form(
                        "family",
                        "family/care",
                        Map.of(
                                "kind",
                                "COMPANY_SAID",
                                "company",
                                "WITH_PARENT",
                                "on",
                                TODAY,
                                "source",
                                WORDS)),
                form(
                        "family",
                        "family/care",
                        Map.of(
                                "kind",
                                "AGE_ASSESSED",
                                "bornFirst",
                                "2008-01-01",
                                "bornLast",
                                "2009-01-01",
                                "methods",
                                "INTERVIEW",
                                "informed",
                                "true",
                                "whom",
                                "a court",
                                "on",
                                TODAY,
                                "source",
                                WORDS)),
                form(
                        "family",
                        "family/ties",
                        Map.of(
                                "contact",
                                "Zahra",
                                "relation",
                                "MOTHER",
                                "grade",
                                "STATED",
                                "since",
                                TODAY,
                                "source",
                                WORDS)),
                form(
                        "bars?also=XMD",
                        "bars",
                        Map.of(
                                "kind",
                                "OPENED",
                                "destination",
                                "XMD",
                                "ground",
                                "TORTURE",
                                "on",
                                TODAY,
                                "reason",
                                WORDS)),
                form(
                        "bars?also=XMD",
                        "bars/will",
                        Map.of(
                                "kind",
                                "INFORMED",
                                "destination",
                                "XMD",
                                "language",
                                "Arabic",
                                "on",
                                TODAY,
                                "reason",
                                WORDS)),
                form(
                        "bars",
                        "bars/best-interests",
                        Map.of("kind", "OPENED", "on", TODAY, "reason", WORDS)),
                form("review", "review", Map.of("kind", "OPENED", "on", TODAY, "reason", WORDS)),
                form(
                        "review",
                        "rehabilitation",
                        Map.of("kind", "REFERRED", "on", TODAY, "reason", WORDS)),
                form(
                        "property",
                        "property/" + container() + "/steps",
                        Map.of("kind", "COUNTERSIGNED", "on", TODAY, "reason", WORDS)),
                form(
                        "requests",
                        "disclosures/" + disclosure() + "/withdraw",
                        Map.of("reason", WORDS)));
    }

    /// A container under a seal, on which the officer steps who comes second.
    private static String container() {
        thyme.post(
                at("property"),
                Map.of(
                        "on",
                        TODAY,
                        "seal",
                        "S-1",
                        "sealedBy",
                        "Reed",
                        "contents",
                        "1 ring",
                        "source",
                        "form 5"));
        return found("/property/([0-9a-f-]{36})/steps", at("property"));
    }

    /// A draft of what a state may be told.
    private static String disclosure() {
        thyme.post("/states", Map.of("code", "XMD", "name", "Meridia"));
        thyme.post(
                at("disclosures"),
                Map.of(
                        "state",
                        "XMD",
                        "asked",
                        "NATIONALITY",
                        "fields",
                        "FULL_NAME",
                        "until",
                        TODAY,
                        "harmFound",
                        "false",
                        "harm",
                        "heard alone, and fears nobody"));
        return found("/disclosures/([0-9a-f-]{36})/", at("requests"));
    }

    private static String found(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(thyme.get(page).body());
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private static Arguments form(String page, String action, Map<String, String> fields) {
        return Arguments.of(page, action, fields);
    }

    @Test
    void whatWasWrittenOfAChildsInterestsIsKeptWhenItIsRefused() {
        String path = at("bars/best-interests");
        if (!moss.get(at("bars")).body().contains("bid-dissent")) {
            moss.post(
                    path,
                    Map.of("kind", "OPENED", "on", TODAY, "reason", WORDS, "seen", seenOfBest()));
        }
        String dissent = "The aunt was not heard.";
        HttpResponse<String> refused =
                moss.post(
                        path,
                        Map.of(
                                "kind",
                                "DECISION_PROPOSED",
                                "on",
                                TODAY,
                                "dissent",
                                dissent,
                                "seen",
                                seenOfBest()));
        assertThat(moss.get(moss.location(refused)).body()).contains(dissent + "</textarea>");
        assertThat(moss.get(at("bars")).body()).doesNotContain(dissent);
    }

    private static String seenOfBest() {
        Matcher seen =
                Pattern.compile(
                                "bars/best-interests\".*?name=\"seen\"(?: value=\"([^\"]*)\")?",
                                Pattern.DOTALL)
                        .matcher(moss.get(at("bars")).body());
        return seen.find() && seen.group(1) != null ? seen.group(1) : "";
    }

    @Test
    void whoeverLooksElsewhereIsToldNothing() {
        assertThat(moss.get("/cases").body()).doesNotContain("shownAt");
    }

    private static String at(String page) {
        return "/cases/" + person + "/" + page;
    }

    private static long facts() {
        return asOwner()
                .sql(
                        """
                        select (select count(*) from nostos.custody_event) + (select count(*) from nostos.kin_event)
                             + (select count(*) from nostos.care_event) + (select count(*) from nostos.nationality_event)
                             + (select count(*) from nostos.law_bar_event) + (select count(*) from nostos.law_will_event)
                             + (select count(*) from nostos.law_bid_event) + (select count(*) from nostos.law_review_event)
                             + (select count(*) from nostos.law_rehabilitation_event)
                             + (select count(*) from nostos.property_step)
                             + (select count(*) from nostos.disclosure_event)
                        """)
                .query(Long.class)
                .single();
    }

    private static FacelessBrowser officer(String login, String name) {
        Opening opening =
                administrator.call(() ->
                        instance.bean(AccountKeeping.class)
                                .open(administrator.party(), Role.CASE_OFFICER, login, name));
        instance.bean(OneTimeLinks.class).accept(((Opening.Opened) opening).token(), PASSWORD);
        return new FacelessBrowser(instance.address()).signIn(login, PASSWORD);
    }

    /// Somebody on a list, written past the triggers: how lists come in is tested elsewhere.
    private static UUID somebody() throws SQLException {
        UUID found = UUID.randomUUID();
        try (Connection owner = DATABASE.superuser().getConnection();
                Statement write = owner.createStatement()) {
            owner.setAutoCommit(false);
            write.execute("set local session_replication_role = replica");
            for (String table : SOMEBODY.split(";")) {
                write.execute(
                        table.replace(":id", "'" + found + "'")
                                .replace(":party", "'" + administrator.party() + "'")
                                .replace(":account", "'" + administrator.account() + "'"));
            }
            owner.commit();
        }
        return found;
    }

    private static JdbcClient asOwner() {
        return JdbcClient.create(DATABASE.superuser());
    }
}
