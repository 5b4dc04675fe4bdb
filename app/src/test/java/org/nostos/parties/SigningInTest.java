package org.nostos.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.SigningIn.Outcome;
import org.nostos.testing.TestHouse;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
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
    void eachFailureAfterTheFourthDoublesThePauseUpToAQuarterOfAnHour() {
        links.accept(open("plum").token(), PASSWORD);
        fail("plum", 5);
        assertThat(pause("plum")).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(signIn("plum", PASSWORD)).isInstanceOf(Outcome.Closed.class);
        passes("3 seconds");
        fail("plum", 1);
        assertThat(pause("plum")).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
        for (int i = 0; i < 20; i++) {
            passes("16 minutes");
            fail("plum", 1);
        }
        assertThat(pause("plum")).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        passes("16 minutes");
        assertThat(signIn("plum", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void anUnknownLoginIsSlowedLikeAKnownOne() {
        fail("nobody", 5);
        assertThat(pause("nobody")).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void anUnknownLoginCostsOneComparisonLikeAKnownOne() {
        links.accept(open("plum").token(), PASSWORD);
        AtomicInteger compared = new AtomicInteger();
        SigningIn counted = over(new Counting(house.bean(Passwords.class), compared));
        for (String login : List.of("plum", "nobody", "engine")) {
            compared.set(0);
            counted.signIn(login, "wrong", "10.0.0.9");
            assertThat(compared).as(login).hasValue(1);
        }
    }

    @Test
    void aHundredAttemptsAtOnceAreAHundredFailures() throws InterruptedException {
        links.accept(open("plum").token(), PASSWORD);
        AtomicInteger checked = new AtomicInteger();
        List<Thread> thieves = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String address = "10.0.1." + i;
            thieves.add(
                    Thread.startVirtualThread(() -> {
                        if (signingIn.signIn("plum", "wrong", address) instanceof Outcome.Refused) {
                            checked.incrementAndGet();
                        }
                    }));
        }
        for (Thread thief : thieves) {
            thief.join();
        }
        assertThat(checked).hasValueBetween(1, 6);
    }

    @Test
    void strangersDoNotSlowTheOwnerWhereTheyCameInBefore() {
        links.accept(open("plum").token(), PASSWORD);
        assertThat(signIn("plum", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
        for (int i = 0; i < 5; i++) {
            signingIn.signIn("plum", "wrong", "10.0.2." + i);
        }
        assertThat(signingIn.signIn("plum", PASSWORD, "10.0.2.99"))
                .isInstanceOf(Outcome.Closed.class);
        assertThat(signIn("plum", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void anAddressThatTriesManyLoginsIsSlowed() {
        links.accept(open("plum").token(), PASSWORD);
        for (int i = 0; i < 21; i++) {
            signIn("guess" + i, "wrong");
        }
        assertThat(signIn("plum", PASSWORD)).isInstanceOf(Outcome.Closed.class);
        assertThat(signingIn.signIn("plum", PASSWORD, "10.0.0.2"))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void whatTheDoorRemembersIsInTheDatabaseAndNotInTheProcess() {
        fail("plum", 5);
        SigningIn afterARestart = over(house.bean(Passwords.class));
        assertThat(afterARestart.signIn("plum", "wrong", "10.0.0.1"))
                .isInstanceOf(Outcome.Closed.class);
    }

    @Test
    void attemptsAreKeptUnderKeyedHashesAndForADay() {
        fail("plum", 1);
        assertThat(attempts()).isEqualTo(1);
        assertThat(
                        asOwner()
                                .sql(
                                        "select count(*) from nostos.sign_in_attempt where login ="
                                                + " sha256('plum') or address = sha256('10.0.0.1')")
                                .query(Long.class)
                                .single())
                .isZero();
        passes("25 hours");
        fail("quince", 1);
        assertThat(attempts()).isEqualTo(1);
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

    private void fail(String login, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn(login, "wrong")).isInstanceOf(Outcome.Refused.class);
        }
    }

    private Duration pause(String login) {
        return ((Outcome.Closed) signIn(login, "wrong")).comeBackIn();
    }

    private void passes(String time) {
        asOwner()
                .sql("update nostos.sign_in_attempt set at = at - ?::interval")
                .param(time)
                .update();
    }

    private long attempts() {
        return asOwner()
                .sql("select count(*) from nostos.sign_in_attempt where outcome = 'FAILED'")
                .query(Long.class)
                .single();
    }

    private SigningIn over(Passwords passwords) {
        return new SigningIn(
                house.bean(Door.class),
                passwords,
                house.bean(HouseKey.class),
                new StaticListableBeanFactory().getBeanProvider(SignInRules.class));
    }

    private record Counting(Passwords passwords, AtomicInteger compared) implements Passwords {
        @Override
        public String hash(CharSequence password) {
            return passwords.hash(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            compared.incrementAndGet();
            return passwords.matches(password, hash);
        }
    }

    private Outcome signIn(String login, String password) {
        return signingIn.signIn(login, password, "10.0.0.1");
    }

    private JdbcClient asOwner() {
        return JdbcClient.create(house.database().superuser());
    }
}
