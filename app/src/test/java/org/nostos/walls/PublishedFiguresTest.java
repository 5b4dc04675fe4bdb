package org.nostos.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.nostos.testing.TestDatabase;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The published ledger as other programs read it.
class PublishedFiguresTest {

    private static final String PASSWORD = "walnut plum linden";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PER_MINUTE = 40;

    private static Instance instance;
    private static Caller administrator;
    private static FacelessBrowser clover;
    private static FacelessBrowser teasel;
    private static FacelessBrowser cedar;

    @BeforeAll
    static void openHouse() {
        instance =
                Instance.start(
                        DATABASE.access(),
                        0,
                        Map.of("nostos.api.per-minute", Integer.toString(PER_MINUTE)));
        OneTimeLinks links = instance.bean(OneTimeLinks.class);
        links.found(
                links.first().orElseThrow(),
                "Joint Return Committee",
                "juniper",
                "Juniper",
                PASSWORD);
        SigningIn.Outcome in = instance.bean(SigningIn.class).signIn("juniper", PASSWORD, "test");
        administrator = ((SigningIn.Outcome.SignedIn) in).caller();
        clover = member(Role.ANALYST, "clover");
        teasel = member(Role.ANALYST, "teasel");
        cedar = member(Role.CASE_OFFICER, "cedar");
        for (int i = 1; i <= 5; i++) {
            published("100" + i, i < 4 ? "Site North" : "Site South");
        }
    }

    @AfterAll
    static void closeHouse() {
        instance.close();
    }

    @Test
    void aPageOfFiguresLeadsToTheNextAndHoldsTheFieldsThatAreDescribed() {
        JsonNode first = json(cedar.get("/api/v1/figures?size=2&place=Site+North"));
        assertThat(first.get("total").asInt()).isEqualTo(3);
        assertThat(first.get("figures")).hasSize(2);
        JsonNode next = json(cedar.get(first.get("next").asString()));
        assertThat(next.get("figures")).hasSize(1);
        assertThat(next.get("next").isNull()).isTrue();
        JsonNode figure = next.get("figures").get(0);
        JsonNode described =
                json(cedar.get("/api/v1/openapi.json")).at("/components/schemas/Figure/properties");
        assertThat(figure.propertyNames()).containsExactlyElementsOf(described.propertyNames());
        JsonNode alone = json(cedar.get("/api/v1/figures/" + figure.get("id").asString()));
        assertThat(alone).isEqualTo(figure);
    }

    @Test
    void theHashIsOfWhatWasSaid() throws Exception {
        ObjectNode figure =
                (ObjectNode) json(cedar.get("/api/v1/figures?size=1")).get("figures").get(0);
        String hash = figure.get("sha256").asString();
        figure.remove(
                List.of(
                        "stage",
                        "published_at",
                        "changed_at",
                        "replaces",
                        "replaced_by",
                        "sha256"));
        byte[] said = JSON.writeValueAsBytes(figure);
        assertThat(
                        HexFormat.of()
                                .formatHex(
                                        java.security.MessageDigest.getInstance("SHA-256")
                                                .digest(said)))
                .isEqualTo(hash);
    }

    @Test
    void whoeverKnowsTheStateIsAnsweredThatNothingChangedUntilSomethingDoes() {
        HttpResponse<String> answer = cedar.get("/api/v1/figures?category=killed");
        String tag = answer.headers().firstValue("etag").orElseThrow();
        String since = answer.headers().firstValue("last-modified").orElseThrow();
        HttpResponse<String> again =
                cedar.get("/api/v1/figures?category=killed", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(cedar.get("/api/v1/figures", "If-Modified-Since", since).statusCode())
                .isEqualTo(304);
        published("2001", "Site West");
        assertThat(cedar.get("/api/v1/figures?category=killed", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotPublishedIsNotThereNotEvenForAnalysts() {
        String page =
                clover.location(
                        clover.post(
                                "/figures",
                                FiguresInPublicTest.said("EXACT", "9", "Site Secret", "2026", "")));
        assertThat(clover.get("/api/v1" + page).statusCode()).isEqualTo(404);
        assertThat(json(clover.get("/api/v1/figures?place=Site+Secret")).get("total").asInt())
                .isZero();
    }

    @Test
    void aWrongParameterIsToldByName() {
        for (String wrong :
                List.of(
                        "category=plums",
                        "from=yesterday",
                        "stage=entered",
                        "size=501",
                        "page=0")) {
            HttpResponse<String> answer = cedar.get("/api/v1/figures?" + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(json(answer).get("detail").asString()).contains(wrong.replaceAll("=.*", ""));
        }
    }

    @Test
    void theDescriptionNamesEveryAddressAndParameterAndNoOther() {
        JsonNode described = json(cedar.get("/api/v1/openapi.json"));
        List<String> mapped = new ArrayList<>();
        for (RequestMappingInfo info :
                instance.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet()) {
            if (info.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET))) {
                info.getPatternValues().stream()
                        .filter(p -> p.startsWith("/api/"))
                        .forEach(mapped::add);
            }
        }
        assertThat(described.get("paths").propertyNames())
                .containsExactlyInAnyOrderElementsOf(mapped);
        List<String> named = new ArrayList<>();
        described
                .at("/paths/~1api~1v1~1figures/get/parameters")
                .forEach(p -> named.add(p.get("name").asString()));
        assertThat(named)
                .containsExactly(
                        "q",
                        "category",
                        "place",
                        "attributed_to",
                        "from",
                        "upto",
                        "stage",
                        "page",
                        "size");
        List<String> categories = new ArrayList<>();
        described
                .at("/components/schemas/Category/enum")
                .forEach(one -> categories.add(one.asString()));
        assertThat(categories)
                .isEqualTo(
                        java.util.Arrays.stream(org.nostos.figures.Category.values())
                                .map(org.nostos.figures.Category::word)
                                .toList());
    }

    @Test
    void whoeverAsksTooOftenIsToldWhenToComeAgain() {
        FacelessBrowser eager = member(Role.LEGAL_REVIEWER, "eager");
        HttpResponse<String> last = eager.get("/api/v1/figures?size=1");
        for (int i = 0; i < 2 * PER_MINUTE && last.statusCode() == 200; i++) {
            last = eager.get("/api/v1/figures?size=1");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(last.headers().firstValue("retry-after").orElseThrow()))
                .isBetween(1, 60);
        assertThat(eager.get("/figures").statusCode()).isEqualTo(200);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static void published(String number, String place) {
        String page =
                clover.location(
                        clover.post(
                                "/figures",
                                FiguresInPublicTest.said(
                                        "EXACT",
                                        number,
                                        place,
                                        "2026-01-0" + number.charAt(3),
                                        "")));
        teasel.post(page + "/review", Map.of());
        teasel.post(page + "/publish", Map.of());
    }

    private static FacelessBrowser member(Role role, String login) {
        UUID party = administrator.party();
        Opening opening =
                administrator.call(() ->
                        instance.bean(AccountKeeping.class).open(party, role, login, "Visitor"));
        instance.bean(OneTimeLinks.class).accept(((Opening.Opened) opening).token(), PASSWORD);
        return new FacelessBrowser(instance.address()).signIn(login, PASSWORD);
    }
}
