package org.nostos.people;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.Judging;
import org.nostos.identity.LinkingRuns;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding;
import org.nostos.identity.Verdict;
import org.nostos.lists.ListAccepted;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.nostos.testing.TestHouse;

/// A house with a holding authority, a state, and a committee of two reviewers and two second
/// reviewers, for tests.
public final class Committee implements AutoCloseable {

    /// A row of a list: name and, if given, date of birth.
    public record Row(
            String given, String father, String family, @Nullable String born, String document) {
        public static Row of(String given, String father, String family) {
            return new Row(given, father, family, null, "");
        }
    }

    public final TestHouse house;
    public final Caller holder;
    final Caller meridia;
    final Caller hazel;
    final Caller willow;
    final Caller rowan;
    final Caller elder;

    Committee(TestHouse house) {
        this.house = house;
        holder =
                house.party(
                        PartyKind.HOLDING_AUTHORITY,
                        "Authority of the North",
                        null,
                        Role.INTAKE_OFFICER);
        meridia = house.party(PartyKind.STATE, "Meridia", "XMA", Role.INTAKE_OFFICER);
        hazel = house.committee(Role.IDENTITY_REVIEWER);
        willow = house.committee(Role.IDENTITY_REVIEWER);
        rowan = house.committee(Role.SECOND_REVIEWER);
        elder = house.committee(Role.SECOND_REVIEWER);
    }

    public static Committee open() {
        return new Committee(TestHouse.open());
    }

    /// Accepts a list of these rows for the caller's party and returns the records' ids by line.
    public List<UUID> accept(Caller intake, LocalDate asOf, List<Row> rows) {
        return as(
                intake,
                () -> {
                    UUID version = UUID.randomUUID();
                    UUID act =
                            house.bean(Acts.class)
                                    .record(
                                            Act.of(
                                                    "lists.accepted",
                                                    Purpose.INTAKE,
                                                    Map.of("version", version)));
                    received(version, intake.party(), asOf, act);
                    List<UUID> records = new ArrayList<>();
                    for (int i = 0; i < rows.size(); i++) {
                        records.add(record(version, intake.party(), i + 2, rows.get(i), act));
                    }
                    house.publish(new ListAccepted(version, intake.party(), act, rows.size()));
                    return records;
                });
    }

    /// Accepts a list of these rows as the tables keep them, of people who were all born on one day.
    void acceptRows(Caller intake, @Nullable String number, LocalDate born, List<String> rows) {
        as(
                intake,
                () -> {
                    UUID version = UUID.randomUUID();
                    UUID act =
                            house.bean(Acts.class)
                                    .record(Act.of("lists.accepted", Purpose.INTAKE, Map.of()));
                    received(version, intake.party(), LocalDate.of(2026, 3, 1), act);
                    for (int i = 0; i < rows.size(); i++) {
                        update(
                                """
                                insert into nostos.record (version, party, line, number, fields, sex, birth_first,
                                    birth_last, birth_precision, birth_calendar, birth_text, act)
                                values (?, ?, ?, ?, ?::jsonb, 'F', ?, ?, 'DAY', 'GREGORIAN', 'as given', ?)
                                """,
                                version,
                                intake.party(),
                                i + 2,
                                number,
                                rows.get(i),
                                born,
                                born,
                                act);
                    }
                    house.publish(new ListAccepted(version, intake.party(), act, rows.size()));
                    return version;
                });
    }

    List<UUID> accept(Caller intake, Row... rows) {
        return accept(intake, LocalDate.of(2026, 3, 1), List.of(rows));
    }

    private void received(UUID version, UUID party, LocalDate asOf, UUID act) {
        UUID file = UUID.randomUUID();
        UUID list = UUID.randomUUID();
        byte[] hash =
                ByteBuffer.allocate(32)
                        .putLong(file.getMostSignificantBits())
                        .putLong(file.getLeastSignificantBits())
                        .array();
        update(
                "insert into nostos.received_file (id, party, sha256, size, act) values (?, ?, ?, 1, ?)",
                file,
                party,
                hash,
                act);
        update(
                "insert into nostos.list (id, party, title, act) values (?, ?, ?, ?)",
                list,
                party,
                "A list",
                act);
        update(
                "insert into nostos.list_version (id, list, party, file, as_of, act) values (?, ?, ?, ?, ?, ?)",
                version,
                list,
                party,
                file,
                asOf,
                act);
        update(
                "insert into nostos.list_event (id, version, party, kind, account, act)"
                        + " values (?, ?, ?, 'ACCEPTED', nostos.caller_account(), ?)",
                UUID.randomUUID(),
                version,
                party,
                act);
    }

    private UUID record(UUID version, UUID party, int line, Row row, UUID act) {
        UUID id = UUID.randomUUID();
        house.jdbc()
                .sql(
                        """
                        insert into nostos.record (id, version, party, line, fields, sex, birth_first, birth_last,
                                                   birth_precision, birth_calendar, birth_text, act)
                        values (:id, :version, :party, :line,
                                jsonb_build_object('given_name', jsonb_build_array(:given::text),
                                                   'father_name', jsonb_build_array(:father::text),
                                                   'family_name', jsonb_build_array(:family::text),
                                                   'nationality', jsonb_build_array('Meridia'),
                                                   'document_number', jsonb_build_array(:document::text)),
                                'M', :born::date, :born::date, :precision::text, :calendar::text, :born::text, :act)
                        """)
                .param("id", id)
                .param("version", version)
                .param("party", party)
                .param("line", line)
                .param("given", row.given)
                .param("father", row.father)
                .param("family", row.family)
                .param("document", row.document.isEmpty() ? "D-" + line + "-" + id : row.document)
                .param("born", row.born)
                .param("precision", row.born == null ? null : "DAY")
                .param("calendar", row.born == null ? null : "GREGORIAN")
                .param("act", act)
                .update();
        return id;
    }

    /// So many unlike people, as records of the holder.
    List<UUID> people(int number) {
        List<Row> rows = new ArrayList<>();
        List<String> trees = List.of("Zaytun", "Rumman", "Kharrub", "Sindyan", "Balut", "Tin");
        for (int i = 0; i < number; i++) {
            rows.add(
                    Row.of(
                            trees.get(i % 6),
                            trees.get(i / 6 % 6) + "ov",
                            trees.get(i / 36 % 6) + "i"));
        }
        return accept(holder, LocalDate.of(2026, 3, 1), rows);
    }

    Judging judge(Caller who, UUID one, UUID other, Verdict verdict) {
        return who.call(() ->
                house.bean(IdentityReview.class)
                        .judge(Pair.of(one, other), verdict, "the names agree"));
    }

    /// Two hands say so.
    void confirm(UUID one, UUID other, Verdict verdict) {
        judge(hazel, one, other, verdict);
        judge(rowan, one, other, verdict);
    }

    Judging undo(Caller who, UUID judgement) {
        return who.call(
                () -> house.bean(IdentityReview.class).undo(judgement, "the file came out wrong"));
    }

    static PairStanding.State state(Judging judging) {
        return switch (judging) {
            case Judging.Done done -> done.now().state();
            case Judging.Changed changed -> changed.now().state();
            case Judging.Refused refused ->
                    throw new AssertionError(refused.obstacles().toString());
        };
    }

    static List<String> obstacles(Judging judging) {
        return judging instanceof Judging.Refused refused
                ? refused.obstacles().stream().map(obstacle -> obstacle.code()).toList()
                : List.of();
    }

    Person personOf(UUID record) {
        return as(hazel, () -> house.bean(Persons.class).ofRecords(List.of(record)).getFirst());
    }

    /// The record of the person with this id.
    UUID personOfId(UUID person) {
        return as(hazel, () -> house.bean(Persons.class).byId(person).orElseThrow().record());
    }

    public void awaitLinked() {
        try {
            if (!house.bean(LinkingRuns.class).awaitIdle(java.time.Duration.ofMinutes(2))) {
                throw new AssertionError("the engine did not come to rest");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    <T> T as(Caller caller, Supplier<T> work) {
        return caller.call(() -> {
            T result = house.transaction().execute(status -> work.get());
            if (result == null) {
                throw new AssertionError("work in a test gives a result");
            }
            return result;
        });
    }

    long count(Caller caller, String table) {
        return as(
                caller,
                () ->
                        house.jdbc()
                                .sql("select count(*) from nostos." + table)
                                .query(Long.class)
                                .single());
    }

    int update(String sql, @Nullable Object... params) {
        org.springframework.jdbc.core.simple.JdbcClient.StatementSpec statement =
                house.jdbc().sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        return statement.update();
    }

    @Override
    public void close() {
        house.close();
    }
}
