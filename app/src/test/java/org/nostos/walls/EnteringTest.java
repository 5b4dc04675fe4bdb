package org.nostos.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.parties.SigningIn;
import org.nostos.testing.TestHouse;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Law 8: no statement can say who is calling.
class EnteringTest {

    private static TestHouse house;
    private static Caller meridia;
    private static Caller oristan;

    @BeforeAll
    static void openHouse() {
        house = TestHouse.open();
        meridia = house.party(PartyKind.STATE, "Meridia", "XMA", Role.INTAKE_OFFICER);
        oristan = house.party(PartyKind.STATE, "Oristan", "XOA", Role.INTAKE_OFFICER);
    }

    @AfterAll
    static void closeHouse() {
        house.close();
    }

    @Test
    void aPartySeesItselfAndTheCommitteeAndNoOther() {
        assertThat(as(meridia, EnteringTest::partyNames))
                .containsExactly("Joint Return Committee", "Meridia");
    }

    @Test
    void withoutACallerNothingIsVisible() {
        assertThat(inTransaction(EnteringTest::partyNames)).isEmpty();
    }

    @Test
    void aPooledConnectionOutsideATransactionSeesNothing() {
        as(meridia, EnteringTest::partyNames);
        assertThat(partyNames()).isEmpty();
    }

    @Test
    void anIdentitySetByAnInjectedStatementReadsNothing() {
        String forged =
                String.join(
                        "|",
                        oristan.account().toString(),
                        oristan.party().toString(),
                        "STATE",
                        "INTAKE_OFFICER",
                        oristan.session().toString(),
                        "1/1",
                        "0".repeat(64));
        assertThat(as(meridia, () -> afterSetting(forged))).isEmpty();
    }

    @Test
    void aClaimWithAnotherPartyPutInReadsNothing() {
        assertThat(
                        as(
                                meridia,
                                () ->
                                        afterSetting(
                                                claim().replace(
                                                                meridia.party().toString(),
                                                                oristan.party().toString()))))
                .isEmpty();
    }

    @Test
    void aClaimCopiedFromAnotherTransactionReadsNothing() {
        String stolen = as(oristan, EnteringTest::claim);
        assertThat(as(meridia, () -> afterSetting(stolen))).isEmpty();
    }

    @Test
    void theServingRoleCannotMakeAClaimOrReadASecret() {
        for (String attack :
                List.of(
                        "select nostos.claim_mac('x')",
                        "select key from nostos.claim_key",
                        "select nostos.claim_set(gen_random_uuid(), gen_random_uuid(), 'STATE', 'ENGINE',"
                                + " gen_random_uuid())",
                        "select secret_hash from nostos.session",
                        "select hash from nostos.account_password",
                        "select token_hash from nostos.invitation",
                        "select nostos.door_open_session(gen_random_uuid(), '\\x00', interval '1 hour', null, '', null)",
                        "select * from nostos.door_credentials('juniper')",
                        "create temporary table record (id uuid)",
                        "create table public.record (id uuid)",
                        "create table nostos.mine (id uuid)",
                        "set role nostos_owner",
                        "set session authorization nostos_owner")) {
            assertThatThrownBy(() -> as(meridia, () -> run(attack)))
                    .as(attack)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void anotherSessionsIdWithoutItsSecretDoesNotEnter() {
        Caller thief =
                new Caller(
                        oristan.actor(),
                        oristan.partyKind(),
                        "",
                        "",
                        oristan.session(),
                        meridia.secret());
        assertThatThrownBy(() -> as(thief, EnteringTest::partyNames))
                .isInstanceOfAny(TransactionException.class, DataAccessException.class);
    }

    @Test
    void aSessionThatHasEndedDoesNotEnter() {
        Caller leaving = house.member(meridia.party(), Role.INTAKE_OFFICER);
        house.bean(SigningIn.class).signOut(leaving);
        assertThatThrownBy(() -> as(leaving, EnteringTest::partyNames))
                .isInstanceOfAny(TransactionException.class, DataAccessException.class);
    }

    @Test
    void onlyAnAdministratorAddsParties() {
        assertThatThrownBy(() -> as(meridia, () -> addParty(recordAct())))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void aFactWithoutAnActOfItsOwnTransactionIsRefused() {
        UUID earlier = as(house.administrator(), EnteringTest::recordAct);
        assertThatThrownBy(() -> as(house.administrator(), () -> addParty(earlier)))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("without its act");
        assertThat(as(house.administrator(), () -> addParty(recordAct()))).isEqualTo(1);
    }

    @Test
    void factsAreNeitherChangedNorRemoved() {
        for (String attack :
                List.of(
                        "update nostos.party set name = 'x'",
                        "delete from nostos.party",
                        "truncate nostos.journal_entry",
                        "update nostos.journal_entry set kind = 'a.b'",
                        "delete from nostos.journal_pending",
                        "insert into nostos.journal_entry select * from nostos.journal_entry limit 0")) {
            assertThatThrownBy(() -> as(house.administrator(), () -> run(attack)))
                    .as(attack)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void everyTableOfFactsHasItsActAndItsGuard() {
        List<String> unguarded =
                org.springframework.jdbc.core.simple.JdbcClient.create(house.database().superuser())
                        .sql(
                                """
                                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                join pg_attribute a on a.attrelid = c.oid and a.attname = 'act' and not a.attisdropped
                                where n.nspname = 'nostos' and c.relkind = 'r'
                                  and (not c.relrowsecurity
                                       or not exists (select from pg_trigger t
                                                      where t.tgrelid = c.oid and t.tgname = 'act_now'))
                                """)
                        .query(String.class)
                        .list();
        assertThat(unguarded).isEmpty();
    }

    private static <T> T as(Caller caller, Supplier<T> work) {
        return caller.call(() -> inTransaction(work));
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return house.transaction().execute(status -> work.get());
    }

    private static List<String> partyNames() {
        return house.jdbc()
                .sql("select name from nostos.party order by name")
                .query(String.class)
                .list();
    }

    private static String claim() {
        return house.jdbc()
                .sql("select current_setting('nostos.claim', true)")
                .query(String.class)
                .single();
    }

    private static List<String> afterSetting(String claim) {
        house.jdbc()
                .sql("select set_config('nostos.claim', ?, true)")
                .param(claim)
                .query(String.class)
                .single();
        return partyNames();
    }

    private static UUID recordAct() {
        return house.bean(Acts.class)
                .record(Act.of("parties.party-added", Purpose.ADMINISTRATION, Map.of()));
    }

    private static int addParty(UUID act) {
        return house.jdbc()
                .sql(
                        "insert into nostos.party (id, kind, name, act) values (?, 'MONITOR', 'Watch', ?)")
                .param(UUID.randomUUID())
                .param(act)
                .update();
    }

    private static boolean run(String sql) {
        house.jdbc().sql(sql).query((row, number) -> true).list();
        return true;
    }
}
