package org.nostos.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.testing.TestHouse;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.transaction.TransactionException;

/// Law 8 under attack: somebody of Meridia can run any statement as the serving role, and Oristan has a
/// list in the house. `attacks.tsv` holds the statements; what takes more than one is told here.
///
/// What stays open is known: `explain` estimates how large a table is, sessions that both run what they
/// like can call each other with `notify`, and a statement can be slow.
class AttackedTest {

    private static TestHouse house;
    private static Caller meridia;
    private static Caller oristan;
    private static Map<String, String> theirs;

    @BeforeAll
    static void openHouse() {
        house = TestHouse.open();
        meridia = house.party(PartyKind.STATE, "Meridia", "XMA", Role.INTAKE_OFFICER);
        oristan = house.party(PartyKind.STATE, "Oristan", "XOA", Role.INTAKE_OFFICER);
        Belongings belongings = oristan.call(() -> inTransaction(Belongings::leave));
        theirs = new TreeMap<>();
        theirs.put("own", meridia.account().toString());
        theirs.put("party", oristan.party().toString());
        theirs.put("account", oristan.account().toString());
        theirs.put("session", oristan.session().toString());
        theirs.put("file", belongings.file().toString());
        theirs.put("version", belongings.version().toString());
        theirs.put("record", belongings.record().toString());
        theirs.put("record2", belongings.record2().toString());
        theirs.put("random", UUID.randomUUID().toString());
        theirs.put("superuser", house.database().server().superuser());
        asOwner()
                .sql(
                        "insert into nostos.pair_standing values (?, ?, 'SAME', 2, false, now() - interval '1 day')")
                .param(belongings.record())
                .param(belongings.record2())
                .update();
        asOwner().sql("analyze").update();
    }

    @AfterAll
    static void closeHouse() {
        house.close();
    }

    @Test
    void noStatementReachesOverTheWall() throws IOException {
        List<String> reached = new ArrayList<>();
        int tried = 0;
        for (String line : Files.readAllLines(Path.of("src/test/resources/attacks.tsv"))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] attack = line.split("\t");
                tried++;
                String outcome = outcome(filled(attack[2]));
                if (!fits(attack[1], outcome)) {
                    reached.add(
                            attack[0]
                                    + ": "
                                    + attack[1]
                                    + " was expected, and it came to "
                                    + outcome);
                }
            }
        }
        System.out.println("statements tried against the walls: " + tried);
        assertThat(reached).isEmpty();
    }

    /// The same insert with a key of Oristan's, and with one that nobody has, must come to the same.
    @Test
    void aKeyOfAnotherPartyIsRefusedLikeOneThatNobodyHas() {
        Map<String, String> probes =
                Map.of(
                        "a person for another's record",
                        "insert into nostos.person (record, party, act) values ('%s', '{mine}', '{act}')",
                        "a version over another's file",
                        "insert into nostos.list_version (id, list, party, file, as_of, act)"
                                + " values ('{fresh}', '{fresh}', '{mine}', '%s', now(), '{act}')",
                        "an event of another's version",
                        "insert into nostos.list_event (id, version, party, kind, account, act)"
                                + " values ('{fresh}', '%s', '{mine}', 'REJECTED', '{own}', '{act}')",
                        "a part of another's file",
                        "insert into nostos.received_part (file, part, party, bytes)"
                                + " values ('%s', 0, '{mine}', 'x')",
                        "a record in another's version",
                        "insert into nostos.record (version, line, party, fields, sex, act)"
                                + " values ('%s', 1, '{mine}', '{}', 'U', '{act}')");
        Map<String, String> keys =
                Map.of(
                        "a person for another's record", "record",
                        "a version over another's file", "file",
                        "an event of another's version", "version",
                        "a part of another's file", "file",
                        "a record in another's version", "version");
        probes.forEach((what, sql) -> {
            String their = key(keys.getOrDefault(what, "random"));
            assertThat(probe(String.format(sql, their)).replace(their, "…"))
                    .as(what)
                    .isEqualTo(
                            probe(String.format(sql, key("random"))).replace(key("random"), "…"));
        });
    }

    @Test
    void theSameFileFromTwoPartiesIsNothingThatEitherLearnsOf() {
        String insert =
                "insert into nostos.received_file (id, party, sha256, size, act)"
                        + " values ('{fresh}', '{mine}', sha256('their file'), 10, '{act}')";
        assertThat(probe(insert)).isEqualTo("done");
    }

    @Test
    void aNumberInTheRegistryCannotBeChosenOrTriedOut() {
        assertThat(
                        probe(
                                "insert into nostos.person (ordinal, number, record, party, act) values"
                                        + " (1, 'N-2026-000001', '{record}', '{mine}', '{act}')"))
                .contains("permission denied");
    }

    @Test
    void aLoginThatIsTakenIsRefusedLikeOneThatIsFree() {
        String insert =
                "insert into nostos.account (id, party, role, login, display_name, act) values"
                        + " ('{fresh}', '{mine}', 'INTAKE_OFFICER', '%s', 'x', '{act}')";
        assertThat(probe(String.format(insert, "juniper")))
                .isEqualTo(probe(String.format(insert, "nobody-has-this")))
                .contains("row-level security");
    }

    /// Unique keys see through walls: each holds the party, or an id that nobody chooses, or is looked at here.
    @Test
    void everyUniqueKeyThatCanBeTriedOutHoldsTheParty() {
        List<String> keys =
                asOwner()
                        .sql(
                                """
                                select t.relname || '(' || string_agg(a.attname, ',' order by k.place) || ')'
                                from pg_index i join pg_class t on t.oid = i.indrelid
                                join pg_namespace n on n.oid = t.relnamespace
                                cross join unnest(i.indkey::int[]) with ordinality k (attnum, place)
                                join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
                                where n.nspname = 'nostos' and i.indisunique
                                  and has_any_column_privilege('nostos_app', t.oid, 'insert')
                                group by i.indexrelid, t.relname
                                having not bool_or(a.attname in ('party', 'act'))
                                   and not (count(*) = 1 and bool_and(a.attname = 'id'))
                                order by 1
                                """)
                        .query(String.class)
                        .list();
        assertThat(keys).isSubsetOf(looked());
    }

    private static List<String> looked() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/unique-keys.tsv")).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t")[0])
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyFunctionWithItsOwnersRightsFixesWhereItLooks() {
        assertThat(
                        asOwner()
                                .sql(
                                        """
                                        select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                                        where n.nspname = 'nostos' and p.prosecdef
                                          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                                          and coalesce(array_to_string(p.proconfig, ','), '')
                                              not like '%search_path=nostos, pg_temp%'
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    @Test
    void aHostileSearchPathChangesNothing() {
        String seen =
                outcome(
                        "select set_config('search_path', 'pg_temp, public, pg_catalog, nostos', true),"
                                + " (select string_agg(name, ',' order by name) from nostos.party)");
        assertThat(seen).contains("Meridia").doesNotContain("Oristan");
    }

    @Test
    void whatAnEarlierTransactionLeftOnItsConnectionIsSweptAway() {
        for (String left :
                List.of(
                        "declare kept cursor with hold for select * from nostos.party",
                        "set session statement_timeout = 1234567",
                        "set session search_path = pg_temp, public",
                        "set session default_transaction_read_only = on")) {
            assertThat(leaving(left)).as(left).isPositive();
        }
    }

    /// Leaves something behind, ends the transaction, and looks from the next one on the same connection, which
    /// somebody else of the house may hold for a while.
    private static long leaving(String what) {
        List<Long> backends = new ArrayList<>();
        as(
                oristan,
                () -> {
                    run(what);
                    return backends.add(backend());
                });
        Instant patience = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(patience)) {
            long again =
                    as(
                            meridia,
                            () -> {
                                if (backends.contains(backend())) {
                                    assertThat(rows("select name from pg_cursors where name <> ''"))
                                            .isEmpty();
                                    assertThat(rows("show statement_timeout")).containsExactly("0");
                                    assertThat(rows("show search_path")).containsExactly("nostos");
                                    assertThat(rows("show default_transaction_read_only"))
                                            .containsExactly("off");
                                    return backend();
                                }
                                return 0L;
                            });
            if (again > 0) {
                return again;
            }
        }
        return 0;
    }

    /// A statement of one's own, under the name of one that the driver prepared, would run in the next
    /// party's transaction.
    @Test
    void aConnectionWithASlippedInStatementIsThrownAway() {
        long poisoned =
                as(
                        oristan,
                        () -> {
                            run("prepare \"S_999\" as select name from nostos.party");
                            return backend();
                        });
        Instant patience = Instant.now().plusSeconds(30);
        int refused = 0;
        for (int after = 0; after < 100 && Instant.now().isBefore(patience); ) {
            try {
                assertThat(as(meridia, AttackedTest::backend)).isNotEqualTo(poisoned);
                after += refused;
            } catch (TransactionException e) {
                assertThat(e).hasStackTraceContaining("not ours");
                refused++;
            }
        }
        assertThat(refused).as("times it was met before it was gone").isEqualTo(1);
    }

    @Test
    void aClaimDoesNotOutliveItsTransactionOnTheSameConnection() throws SQLException {
        try (Connection con = connection()) {
            con.setAutoCommit(false);
            enter(con, oristan);
            String claim = only(con, "select current_setting('nostos.claim')");
            assertThat(only(con, "select count(*) from nostos.record")).isEqualTo("2");
            con.commit();
            run(con, "select set_config('nostos.claim', '" + claim + "', false)");
            assertThat(only(con, "select count(*) from nostos.record")).isEqualTo("0");
            con.rollback();
        }
    }

    @Test
    void enteringAsSomebodyElseTakesTheirSecret() throws SQLException {
        try (Connection con = connection()) {
            con.setAutoCommit(false);
            Caller thief =
                    new Caller(
                            oristan.actor(),
                            oristan.partyKind(),
                            "",
                            "",
                            oristan.session(),
                            meridia.secret());
            assertThat(refusal(() -> enter(con, thief))).isEqualTo("28000");
            con.rollback();
            Caller nobody =
                    new Caller(
                            oristan.actor(),
                            oristan.partyKind(),
                            "",
                            "",
                            UUID.randomUUID(),
                            meridia.secret());
            assertThat(refusal(() -> enter(con, nobody))).isEqualTo("28000");
        }
    }

    @Test
    void anErrorDoesNotRepeatWhatStandsBehindTheWall() {
        for (String clumsy :
                List.of(
                        "select 1 from nostos.record where (fields ->> 'family_name')::int = 1",
                        "insert into nostos.party select * from nostos.party")) {
            assertThat(outcome(clumsy)).doesNotContain("Oristan", "quince");
        }
    }

    // ---- tools
    // -------------------------------------------------------------------------------------

    private interface Work {
        void run() throws SQLException;
    }

    private static String refusal(Work work) {
        try {
            work.run();
            return "none";
        } catch (SQLException e) {
            return Objects.requireNonNull(e.getSQLState());
        }
    }

    private static boolean fits(String expected, String outcome) {
        return switch (expected) {
            case "denied" -> outcome.matches("(?s)error 42501.*");
            case "refused" -> outcome.startsWith("error ");
            case "nothing" -> outcome.equals("nothing");
            default -> throw new IllegalArgumentException(expected);
        };
    }

    /// What a statement comes to for Meridia: an error with its state, nothing, or what it gave.
    private static String outcome(String sql) {
        try {
            List<String> rows = as(meridia, () -> rows(sql));
            rows.removeIf(row -> row == null || row.isBlank());
            return rows.isEmpty() ? "nothing" : String.join("; ", rows);
        } catch (DataAccessException e) {
            SQLException cause = (SQLException) Objects.requireNonNull(e.getRootCause());
            return "error " + cause.getSQLState() + " " + cause.getMessage();
        }
    }

    /// What an insert comes to for Meridia, with an act of its own: done, or its error.
    private static String probe(String sql) {
        try {
            return as(
                    meridia,
                    () -> {
                        UUID act =
                                house.bean(Acts.class)
                                        .record(
                                                Act.of(
                                                        "lists.accepted",
                                                        Purpose.ADMINISTRATION,
                                                        Map.of()));
                        run(
                                filled(sql)
                                        .replace("{act}", act.toString())
                                        .replace("{mine}", meridia.party().toString())
                                        .replace("{fresh}", UUID.randomUUID().toString()));
                        return "done";
                    });
        } catch (DataAccessException e) {
            SQLException cause = (SQLException) Objects.requireNonNull(e.getRootCause());
            return cause.getSQLState() + " " + cause.getMessage();
        }
    }

    private static String key(String name) {
        return Objects.requireNonNull(theirs.get(name));
    }

    private static String filled(String sql) {
        String filled = sql;
        for (Map.Entry<String, String> id : theirs.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    private static long backend() {
        return house.jdbc().sql("select pg_backend_pid()").query(Long.class).single();
    }

    private static <T> T as(Caller caller, Supplier<T> work) {
        return caller.call(() -> inTransaction(work));
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(house.transaction().execute(status -> work.get()));
    }

    private static UUID act() {
        return house.bean(Acts.class)
                .record(Act.of("lists.accepted", Purpose.ADMINISTRATION, Map.of()));
    }

    private static boolean run(String sql) {
        rows(sql);
        return true;
    }

    /// Each row that the statements give as text, its columns apart by bars.
    private static List<String> rows(String sql) {
        JdbcTemplate jdbc = new JdbcTemplate(house.bean(DataSource.class));
        return Objects.requireNonNull(
                jdbc.execute(
                        (StatementCallback<List<String>>)
                                statement -> {
                                    List<String> rows = new ArrayList<>();
                                    boolean gave = statement.execute(sql);
                                    while (gave || statement.getUpdateCount() != -1) {
                                        if (gave) {
                                            collect(statement.getResultSet(), rows);
                                        }
                                        gave = statement.getMoreResults();
                                    }
                                    return rows;
                                }));
    }

    private static void collect(ResultSet result, List<String> rows) throws SQLException {
        try (result) {
            while (result.next()) {
                rows.add(text(result));
            }
        }
    }

    private static String text(ResultSet row) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = JdbcUtils.getResultSetValue(row, i);
            if (value != null) {
                columns.add(
                        value instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.ISO_8859_1)
                                : value.toString());
            }
        }
        return String.join("|", columns);
    }

    private static Connection connection() throws SQLException {
        return house.database()
                .as("nostos_app", house.database().access().appPassword())
                .getConnection();
    }

    private static void enter(Connection con, Caller caller) throws SQLException {
        try (java.sql.PreparedStatement enter = con.prepareStatement("select nostos.enter(?, ?)")) {
            enter.setObject(1, caller.session());
            enter.setBytes(2, caller.secret());
            enter.execute();
        }
    }

    private static void run(Connection con, String sql) throws SQLException {
        try (Statement statement = con.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String only(Connection con, String sql) throws SQLException {
        try (Statement statement = con.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static JdbcClient asOwner() {
        return JdbcClient.create(house.database().superuser());
    }

    /// What Oristan keeps in the house: a file, a list with one version, two records.
    private record Belongings(UUID file, UUID version, UUID record, UUID record2) {

        static Belongings leave() {
            Belongings left =
                    new Belongings(
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            UUID.fromString("00000000-0000-4000-8000-000000000001"),
                            UUID.fromString("00000000-0000-4000-8000-000000000002"));
            for (String sql :
                    List.of(
                            "insert into nostos.received_file (id, party, sha256, size, act)"
                                    + " values ('{file}', '{party}', sha256('their file'), 10, '{act}')",
                            "insert into nostos.received_part (file, part, party, bytes)"
                                    + " values ('{file}', 0, '{party}', 'x')",
                            "insert into nostos.list (id, party, title, act)"
                                    + " values ('{file}', '{party}', 'Their list', '{act}')",
                            "insert into nostos.list_version (id, list, party, file, as_of, act)"
                                    + " values ('{version}', '{file}', '{party}', '{file}', now(), '{act}')",
                            "insert into nostos.list_event (id, version, party, kind, account, act)"
                                    + " values (gen_random_uuid(), '{version}', '{party}', 'ACCEPTED',"
                                    + " '{account}', '{act}')",
                            "insert into nostos.record (id, version, line, party, fields, sex, act) values"
                                    + " ('{record}', '{version}', 1, '{party}', '{\"family_name\": [\"quince\"]}',"
                                    + " 'U', '{act}'), ('{record2}', '{version}', 2, '{party}', '{}', 'U', '{act}')",
                            "insert into nostos.person (record, party, act)"
                                    + " values ('{record}', '{party}', '{act}')")) {
                run(left.fill(sql, act()));
            }
            return left;
        }

        private String fill(String sql, UUID act) {
            return sql.replace("{file}", file.toString())
                    .replace("{version}", version.toString())
                    .replace("{record}", record.toString())
                    .replace("{record2}", record2.toString())
                    .replace("{party}", oristan.party().toString())
                    .replace("{account}", oristan.account().toString())
                    .replace("{act}", act.toString());
        }
    }
}
