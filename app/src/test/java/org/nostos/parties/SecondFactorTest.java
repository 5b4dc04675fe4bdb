package org.nostos.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Door.Reset;
import org.nostos.parties.HalfSignedIn.Next;
import org.nostos.parties.SecondFactors.Enrolling;
import org.nostos.parties.SigningIn.Outcome;
import org.nostos.testing.TestHouse;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class SecondFactorTest {

    private static final String PASSWORD = "seven plums on a wall";
    private static final Visitor DESK = new Visitor("10.0.0.1", "Firefox, Linux");

    private TestHouse house;
    private SigningIn signingIn;
    private SecondFactors factors;
    private byte[] secret;

    @BeforeEach
    void openHouse() {
        house = TestHouse.open();
        signingIn = house.bean(SigningIn.class);
        factors = house.bean(SecondFactors.class);
        secret = factors.newSecret();
    }

    @AfterEach
    void closeHouse() {
        house.close();
    }

    @Test
    void aCodeLetsInOnceAndNeitherItNorAnEarlierOneAgain() {
        open("plum", Role.IDENTITY_REVIEWER);
        enrol("plum", step() - 1);
        String code = Totp.code(secret, step());
        assertThat(complete("plum", code)).isInstanceOf(Outcome.SignedIn.class);
        assertThat(complete("plum", code)).isInstanceOf(Outcome.Refused.class);
        assertThat(complete("plum", Totp.code(secret, step() - 1)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(complete("plum", Totp.code(secret, step() + 1)))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void thePasswordAloneOpensNoSession() {
        open("plum", Role.IDENTITY_REVIEWER);
        enrol("plum", step());
        long before = sessions();
        assertThat(halfway("plum").next()).isEqualTo(Next.CODE);
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void aRecoveryCodeLetsInOnceHoweverItIsTyped() {
        open("plum", Role.IDENTITY_REVIEWER);
        List<String> codes = enrol("plum", step());
        assertThat(codes).hasSize(SecondFactors.RECOVERY_CODES).doesNotHaveDuplicates();
        String typed = codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(complete("plum", typed)).isInstanceOf(Outcome.SignedIn.class);
        assertThat(complete("plum", codes.getFirst())).isInstanceOf(Outcome.Refused.class);
        assertThat(complete("plum", codes.getLast())).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void newRecoveryCodesEndTheEarlierOnes() {
        open("plum", Role.IDENTITY_REVIEWER);
        List<String> earlier = enrol("plum", step() - 1);
        Caller plum = in(complete("plum", Totp.code(secret, step())));
        Enrolling renewed =
                plum.call(() -> factors.renewRecoveryCodes(Totp.code(secret, step() + 1), DESK));
        assertThat(renewed).isInstanceOf(Enrolling.Enrolled.class);
        assertThat(complete("plum", earlier.getFirst())).isInstanceOf(Outcome.Refused.class);
        List<String> codes = ((Enrolling.Enrolled) renewed).recoveryCodes();
        assertThat(complete("plum", codes.getFirst())).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void aWrongCodeSetsNothingUp() {
        open("plum", Role.IDENTITY_REVIEWER);
        Caller plum = in(signIn("plum"));
        Enrolling enrolling = plum.call(() -> factors.enrol(secret, "000"));
        assertThat(((Enrolling.Refused) enrolling).obstacles())
                .extracting(Obstacle::code)
                .containsExactly("obstacle.parties.code");
        assertThat(plum.<Boolean, RuntimeException>call(factors::mine)).isFalse();
    }

    @Test
    void whoHasASecondFactorCannotSetUpAnotherWithThePasswordAlone() {
        open("plum", Role.IDENTITY_REVIEWER);
        enrol("plum", step());
        byte[] other = factors.newSecret();
        Enrolling enrolling = factors.enrol(halfway("plum"), other, Totp.code(other, step()), DESK);
        assertThat(enrolling).isInstanceOf(Enrolling.Refused.class);
        assertThat(complete("plum", Totp.code(other, step()))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void theSecretIsSealedAndTheCodesAreHashed() {
        open("plum", Role.IDENTITY_REVIEWER);
        List<String> codes = enrol("plum", step());
        byte[] sealed =
                asOwner()
                        .sql("select sealed from nostos.second_factor")
                        .query(byte[].class)
                        .single();
        assertThat(java.util.HexFormat.of().formatHex(sealed))
                .doesNotContain(java.util.HexFormat.of().formatHex(secret));
        assertThat(
                        asOwner()
                                .sql("select hash from nostos.recovery_code")
                                .query(String.class)
                                .list())
                .hasSize(SecondFactors.RECOVERY_CODES)
                .doesNotContainAnyElementsOf(codes);
    }

    @Test
    void guessedCodesAreSlowedAndThePasswordDoesNotStartTheCountAnew() {
        open("plum", Role.IDENTITY_REVIEWER);
        enrol("plum", step());
        for (int i = 0; i < 5; i++) {
            assertThat(complete("plum", "000 00" + i)).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(complete("plum", Totp.code(secret, step() + 1)))
                .isInstanceOf(Outcome.Closed.class);
    }

    @Test
    void whereItIsRequiredThoseWhoDecideSetItUpBeforeAnythingElse() {
        open("plum", Role.IDENTITY_REVIEWER);
        open("quince", Role.INTAKE_OFFICER);
        SigningIn strict = strictly();
        Outcome deciding = strict.signIn("plum", PASSWORD, DESK);
        HalfSignedIn half = ((Outcome.HalfWay) deciding).half();
        assertThat(half.next()).isEqualTo(Next.ENROL);
        assertThat(strict.signIn("quince", PASSWORD, DESK)).isInstanceOf(Outcome.SignedIn.class);
        Enrolling enrolled = factors.enrol(half, secret, Totp.code(secret, step()), DESK);
        Caller in = ((Enrolling.Enrolled) enrolled).in();
        assertThat(in.<Boolean, RuntimeException>call(factors::mine)).isTrue();
    }

    @Test
    void anAdministratorTakesItAwayWithAReasonAndItsPersonIsToldOnce() {
        Opening.Opened plum = open("plum", Role.IDENTITY_REVIEWER);
        enrol("plum", step() - 1);
        Caller earlier = in(complete("plum", Totp.code(secret, step())));
        List<Obstacle> obstacles =
                house.administrator()
                        .call(() ->
                                keeping().reset(plum.account(), "the telephone fell overboard"));
        assertThat(obstacles).isEmpty();
        assertThat(house.bean(Sessions.class).isOpen(earlier, true)).isFalse();
        Caller again = in(signIn("plum"));
        List<Reset> told = again.call(factors::tellResets);
        assertThat(told)
                .singleElement()
                .satisfies(reset -> {
                    assertThat(reset.who()).isEqualTo("Juniper Linden");
                    assertThat(reset.why()).isEqualTo("the telephone fell overboard");
                });
        assertThat(again.<List<Reset>, RuntimeException>call(factors::tellResets)).isEmpty();
    }

    @Test
    void nobodyTakesTheirOwnAwayAndNobodyElseTakesAnothers() {
        Opening.Opened plum = open("plum", Role.IDENTITY_REVIEWER);
        enrol("plum", step());
        Caller administrator = house.administrator();
        assertThat(administrator.call(() -> keeping().reset(administrator.account(), "mine")))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.parties.own-second-factor");
        Caller other = house.committee(Role.SECOND_REVIEWER);
        assertThat(other.call(() -> keeping().reset(plum.account(), "theirs")))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.parties.no-second-factor");
    }

    @Test
    void theDecidingAccountsWithoutOneAreNamed() {
        open("plum", Role.IDENTITY_REVIEWER);
        open("quince", Role.SECOND_REVIEWER);
        open("sloe", Role.INTAKE_OFFICER);
        enrol("plum", step());
        assertThat(house.engine().call(() -> keeping().decidingWithout()))
                .extracting(Account::login)
                .containsExactly("juniper", "quince");
    }

    private SigningIn strictly() {
        StaticListableBeanFactory rules = new StaticListableBeanFactory();
        rules.addBean("rules", new SignInRules(Duration.ofHours(1), Duration.ofHours(1), true));
        return new SigningIn(
                house.bean(Door.class),
                house.bean(Passwords.class),
                house.bean(HouseKey.class),
                rules.getBeanProvider(SignInRules.class));
    }

    private List<String> enrol(String login, long step) {
        Caller caller = in(signIn(login));
        Enrolling enrolling = caller.call(() -> factors.enrol(secret, Totp.code(secret, step)));
        return ((Enrolling.Enrolled) enrolling).recoveryCodes();
    }

    private Outcome complete(String login, String code) {
        return factors.complete(halfway(login), code, DESK);
    }

    private HalfSignedIn halfway(String login) {
        return ((Outcome.HalfWay) signIn(login)).half();
    }

    private Outcome signIn(String login) {
        return signingIn.signIn(login, PASSWORD, DESK);
    }

    private static Caller in(Outcome outcome) {
        return ((Outcome.SignedIn) outcome).caller();
    }

    private Opening.Opened open(String login, Role role) {
        Caller administrator = house.administrator();
        Opening opening =
                administrator.call(() ->
                        house.bean(AccountKeeping.class)
                                .open(administrator.party(), role, login, "Plum Rowan"));
        Opening.Opened opened = (Opening.Opened) opening;
        house.bean(OneTimeLinks.class).accept(opened.token(), PASSWORD);
        return opened;
    }

    private SecondFactorKeeping keeping() {
        return house.bean(SecondFactorKeeping.class);
    }

    private long sessions() {
        return asOwner().sql("select count(*) from nostos.session").query(Long.class).single();
    }

    private static long step() {
        return Totp.stepAt(Instant.now(Clock.systemUTC()));
    }

    private JdbcClient asOwner() {
        return JdbcClient.create(house.database().superuser());
    }
}
