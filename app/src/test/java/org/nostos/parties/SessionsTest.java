package org.nostos.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Role;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.SigningIn.Outcome;
import org.nostos.testing.TestHouse;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionsTest {

    private static final String PASSWORD = "seven plums on a wall";

    private static TestHouse house;
    private static int people;

    @BeforeAll
    static void openHouse() {
        house = TestHouse.open();
    }

    @AfterAll
    static void closeHouse() {
        house.close();
    }

    @Test
    void somebodySeesWhereTheyAreSignedIn() {
        String login = open();
        signIn(login, "192.0.2.7", "Firefox, Linux");
        Caller here = signIn(login, "198.51.100.1", "Chrome, Android");
        List<OpenSession> open = sessionsOf(here, here);
        assertThat(open)
                .extracting(OpenSession::address)
                .containsExactlyInAnyOrder("192.0.2.7", "198.51.100.1");
        assertThat(open)
                .extracting(OpenSession::device)
                .containsExactlyInAnyOrder("Firefox, Linux", "Chrome, Android");
        assertThat(open)
                .filteredOn(OpenSession::thisOne)
                .extracting(OpenSession::id)
                .containsExactly(here.session());
    }

    @Test
    void aSessionThatIsEndedStopsAtItsNextTransaction() {
        String login = open();
        Caller lost = signIn(login, "192.0.2.7", "");
        Caller here = signIn(login, "192.0.2.8", "");
        assertThat(here.call(() -> sessions().end(here.account(), lost.session()))).isTrue();
        assertThat(sessions().isOpen(lost, true)).isFalse();
        assertThatThrownBy(() -> sessionsOf(lost, lost))
                .hasStackTraceContaining("session is not open");
        assertThat(sessions().isOpen(here, true)).isTrue();
    }

    @Test
    void allOthersAreEndedAtOnceAndOnesOwnStays() {
        String login = open();
        signIn(login, "192.0.2.7", "");
        signIn(login, "192.0.2.8", "");
        Caller here = signIn(login, "192.0.2.9", "");
        assertThat(here.call(() -> sessions().endOthers(here.account()))).isEqualTo(2);
        assertThat(sessionsOf(here, here)).extracting(OpenSession::thisOne).containsExactly(true);
    }

    @Test
    void anAdministratorSeesAndEndsThoseOfAnybody() {
        Caller somebody = signIn(open(), "192.0.2.7", "");
        Caller administrator = house.administrator();
        assertThat(sessionsOf(administrator, somebody)).hasSize(1);
        assertThat(administrator.call(() -> sessions().endOthers(somebody.account()))).isEqualTo(1);
        assertThat(sessions().isOpen(somebody, true)).isFalse();
    }

    @Test
    void nobodyElseSeesOrEndsThem() {
        Caller somebody = signIn(open(), "192.0.2.7", "");
        Caller colleague = signIn(open(), "192.0.2.8", "");
        assertThat(sessionsOf(colleague, somebody)).isEmpty();
        assertThat(colleague.call(() -> sessions().end(somebody.account(), somebody.session())))
                .isFalse();
        assertThat(colleague.call(() -> sessions().end(colleague.account(), somebody.session())))
                .isFalse();
        assertThat(sessions().isOpen(somebody, true)).isTrue();
    }

    @Test
    void aSessionGrowsIdleAndAnActOfItsHumanKeepsItOpen() {
        Caller somebody = signIn(open(), "192.0.2.7", "");
        idleFor(somebody, "29 minutes");
        assertThat(sessions().isOpen(somebody, true)).isTrue();
        idleFor(somebody, "29 minutes");
        assertThat(sessions().isOpen(somebody, false)).isTrue();
        idleFor(somebody, "2 minutes");
        assertThat(sessions().isOpen(somebody, true)).isFalse();
        assertThatThrownBy(() -> sessionsOf(somebody, somebody))
                .hasStackTraceContaining("session is not open");
    }

    @Test
    void theEngineIsNeverTooIdle() {
        Caller engine = house.engine();
        idleFor(engine, "11 hours");
        assertThat(sessions().isOpen(engine, false)).isTrue();
    }

    @Test
    void anAddressIsSealedInTheDatabase() {
        signIn(open(), "203.0.113.77", "");
        List<byte[]> kept =
                asOwner()
                        .sql("select address from nostos.session where address is not null")
                        .query(byte[].class)
                        .list();
        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(bytes ->
                        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                                .doesNotContain("203.0.113"));
    }

    private static void idleFor(Caller caller, String time) {
        asOwner()
                .sql("update nostos.session set seen_at = seen_at - ?::interval where id = ?")
                .param(time)
                .param(caller.session())
                .update();
    }

    private static List<OpenSession> sessionsOf(Caller reader, Caller whose) {
        return reader.call(() -> sessions().of(whose.account()));
    }

    private static Sessions sessions() {
        return house.bean(Sessions.class);
    }

    private static String open() {
        String login = "plum" + ++people;
        Caller administrator = house.administrator();
        Opening opening =
                administrator.call(() ->
                        house.bean(AccountKeeping.class)
                                .open(
                                        administrator.party(),
                                        Role.IDENTITY_REVIEWER,
                                        login,
                                        "Plum Rowan"));
        house.bean(OneTimeLinks.class).accept(((Opening.Opened) opening).token(), PASSWORD);
        return login;
    }

    private static Caller signIn(String login, String address, String device) {
        Outcome outcome =
                house.bean(SigningIn.class).signIn(login, PASSWORD, new Visitor(address, device));
        return ((Outcome.SignedIn) outcome).caller();
    }

    private static JdbcClient asOwner() {
        return JdbcClient.create(house.database().superuser());
    }
}
