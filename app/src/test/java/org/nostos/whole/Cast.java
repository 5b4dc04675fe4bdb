package org.nostos.whole;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.parties.HouseSetup;
import org.nostos.parties.PartyKind;
import org.nostos.people.Committee.Row;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.nostos.registry.WhoIsOne;
import org.nostos.requests.Ministry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Everybody who ever has a part in a case, and people enough for every sequence.
final class Cast implements AutoCloseable {

    /// How many persons a sequence is about.
    static final int EACH = 5;

    private static final int AT_ONCE = 250;
    private static final List<String> TREES =
            List.of(
                    "Zaytun", "Rumman", "Kharrub", "Sindyan", "Balut", "Tin", "Arz", "Tut",
                    "Warda");

    final Ministry m = new Ministry();
    final Caller cedar = m.committee.house.committee(Role.LEGAL_REVIEWER);
    final Caller sage =
            m.committee.house.party(
                    PartyKind.REVIEW_BODY, "Board of Review", null, Role.INDEPENDENT_REVIEWER);
    final Caller linden =
            m.committee.house.party(PartyKind.LEGAL_AID, "Linden Legal Aid", null, Role.COUNSEL);
    final Caller heron =
            m.committee.house.party(PartyKind.MONITOR, "Heron Watch", null, Role.MONITOR);
    final List<Caller> everybody;
    private final SingleConnectionDataSource straight;
    private final JdbcClient tables;
    private final Deque<UUID> records = new ArrayDeque<>();
    private int rows;
    private @Nullable Likeness likeness;

    Cast() {
        m.committee
                .house
                .administrator()
                .call(() ->
                        m.bean(HouseSetup.class).nameReviewBody("Board of Review", "decree 12"));
        everybody =
                List.of(
                        m.officer,
                        m.colleague,
                        m.legal,
                        cedar,
                        m.keeper,
                        m.second,
                        sage,
                        linden,
                        m.meridia,
                        m.oristan,
                        heron,
                        m.committee.holder,
                        m.committee.house.administrator());
        try {
            straight =
                    new SingleConnectionDataSource(
                            m.committee.house.database().superuser().getConnection(), true);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
        tables = JdbcClient.create(straight);
    }

    /// The tables themselves, past every wall and every line of the code under test.
    JdbcClient tables() {
        return tables;
    }

    /// New persons: a child, somebody who may be one, and grown people.
    List<UUID> people() {
        while (records.size() < EACH) {
            List<Row> more = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                more.add(row(i % EACH));
            }
            records.addAll(m.committee.accept(m.committee.holder, LocalDate.of(2026, 3, 1), more));
        }
        List<UUID> taken = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            taken.add(records.remove());
        }
        return m.as(
                m.officer,
                () ->
                        taken.stream()
                                .map(one ->
                                        m.bean(Persons.class)
                                                .ofRecords(List.of(one))
                                                .getFirst()
                                                .id())
                                .toList());
    }

    private Row row(int place) {
        rows++;
        String born =
                place == 3
                        ? Ministry.today().minusYears(9).toString()
                        : place == 4 ? null : "19" + (50 + rows % 40) + "-05-01";
        return new Row(
                TREES.get(rows % 9),
                TREES.get(rows / 9 % 9) + "ov",
                TREES.get(rows / 81 % 9) + "i" + rows,
                born,
                "");
    }

    /// Everything is settled for these to go home to Meridia: held, a national, accepted, nothing barred, reviewed,
    /// cleared, with papers, fit, and they want to.
    void settle(List<UUID> persons) {
        Likeness settled = likeness;
        if (settled == null || settled.isOvertaken()) {
            UUID one = m.person();
            new Settled(this).all(one);
            settled = new Likeness(tables, one);
            likeness = settled;
        }
        persons.forEach(settled::of);
    }

    /// The time of the tables.
    java.time.Instant now() {
        return tables.sql("select clock_timestamp()")
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    /// Everybody who is one with this person, the leader first.
    List<UUID> one(UUID person) {
        return m.as(
                m.officer,
                () -> m.bean(WhoIsOne.class).with(person).stream().map(Person::id).toList());
    }

    UUID recordOf(UUID person) {
        return tables.sql("select record from nostos.person where id = ?")
                .param(person)
                .query(UUID.class)
                .single();
    }

    <T> T seenBy(Caller who, Supplier<T> reading) {
        return m.as(who, reading);
    }

    <T> T bean(Class<T> type) {
        return m.bean(type);
    }

    @Override
    public void close() {
        straight.destroy();
        m.close();
    }
}
