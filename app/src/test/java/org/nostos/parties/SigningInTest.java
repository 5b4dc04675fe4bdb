package org.nostos.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.SigningIn.Outcome;
import org.nostos.testing.TestHouse;
import org.springframework.jdbc.core.simple.JdbcClient;

class SigningInTest {

    private static final String PASSWORD = "seven plums on a wall";

    private TestHouse house;
    private SigningIn signingIn;
    private OneTimeLinks links;

    @BeforeEach
    void openHouse() {
        house = TestHouse.open();
        signingIn = house.bean(SigningIn.class);
        links = house.bean(OneTimeLinks.class);
    }

    @AfterEach
    void closeHouse() {
        house.close();
    }

    @Test
    void anInvitedPersonSetsAPasswordOnceAndSignsInWithIt() {
        Opening.Opened opened = open("plum");
        assertThat(links.accept(opened.token(), PASSWORD)).isEmpty();
        assertThat(signIn("plum", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
        assertThat(links.accept(opened.token(), "another one entirely"))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.parties.link-not-open");
    }

    @Test
    void aLoginIsReadWithoutItsCase() {
        links.accept(open("plum").token(), PASSWORD);
        assertThat(signIn(" Plum ", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void aNewLinkEndsTheEarlierOne() {
        Opening.Opened opened = open("plum");
        String again =
                house.administrator()
                        .call(() -> house.bean(AccountKeeping.class).inviteAgain(opened.account()));
        assertThat(links.lookAt(opened.token())).isEmpty();
        assertThat(links.accept(again, PASSWORD)).isEmpty();
    }

    @Test
    void aLinkThatIsTooOldOpensNothing() {
        Opening.Opened opened = open("plum");
        asOwner()
                .sql("update nostos.invitation set expires_at = now() - interval '1 second'")
                .update();
        assertThat(links.lookAt(opened.token())).isEmpty();
        assertThat(links.accept(opened.token(), PASSWORD)).isNotEmpty();
    }

    @Test
    void anUnknownLoginAndAWrongPasswordAreRefusedAlike() {
        links.accept(open("plum").token(), PASSWORD);
        assertThat(signIn("plum", "wrong")).isEqualTo(new Outcome.Refused());
        assertThat(signIn("nobody", "wrong")).isEqualTo(new Outcome.Refused());
        assertThat(signIn("engine", "wrong")).isEqualTo(new Outcome.Refused());
    }

    @Test
    void anInvitedPersonWithoutAPasswordCannotSignIn() {
        open("plum");
        assertThat(signIn("plum", "")).isEqualTo(new Outcome.Refused());
    }

    @Test
    void theDoorClosesToALoginAfterTenFailures() {
        links.accept(open("plum").token(), PASSWORD);
        for (int i = 0; i < 10; i++) {
            assertThat(signIn("plum", "wrong")).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(signIn("plum", PASSWORD)).isInstanceOf(Outcome.Closed.class);
        asOwner().sql("update nostos.sign_in_attempt set at = at - interval '16 minutes'").update();
        assertThat(signIn("plum", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void theDoorClosesToAnAddressThatTriesManyLogins() {
        links.accept(open("plum").token(), PASSWORD);
        for (int i = 0; i < 50; i++) {
            signIn("guess" + i, "wrong");
        }
        assertThat(signIn("plum", PASSWORD)).isInstanceOf(Outcome.Closed.class);
        assertThat(signingIn.signIn("plum", PASSWORD, "10.0.0.2"))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void aSessionThatIsTooOldDoesNotEnter() {
        Caller caller = house.committee(Role.IDENTITY_REVIEWER);
        asOwner()
                .sql("update nostos.session set expires_at = now() - interval '1 second'")
                .update();
        assertThatThrownBy(() -> caller.call(() -> house.bean(AccountKeeping.class).parties()))
                .hasStackTraceContaining("session is not open");
    }

    @Test
    void aClosedAccountIsOutAtOnce() {
        Caller caller = house.committee(Role.IDENTITY_REVIEWER);
        house.administrator()
                .call(() ->
                        house.bean(AccountKeeping.class).close(caller.account(), "left the desk"));
        assertThatThrownBy(() -> caller.call(() -> house.bean(AccountKeeping.class).parties()))
                .hasStackTraceContaining("session is not open");
    }

    @Test
    void anAdministratorCannotCloseTheirOwnAccount() {
        Caller administrator = house.administrator();
        assertThat(
                        administrator.call(() ->
                                house.bean(AccountKeeping.class)
                                        .close(administrator.account(), "by mistake")))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.parties.own-account");
    }

    @Test
    void theHouseIsFoundedOnce() {
        assertThat(links.first()).isEmpty();
    }

    @Test
    void aCallerNeverPrintsItsSecret() {
        Caller caller = house.administrator();
        assertThat(caller.toString())
                .doesNotContain("secret")
                .contains(caller.account().toString());
    }

    private Opening.Opened open(String login) {
        UUID committee = house.administrator().party();
        Opening opening =
                house.administrator()
                        .call(() ->
                                house.bean(AccountKeeping.class)
                                        .open(
                                                committee,
                                                Role.IDENTITY_REVIEWER,
                                                login,
                                                "Plum Rowan"));
        return (Opening.Opened) opening;
    }

    private Outcome signIn(String login, String password) {
        return signingIn.signIn(login, password, "10.0.0.1");
    }

    private JdbcClient asOwner() {
        return JdbcClient.create(house.database().superuser());
    }
}
