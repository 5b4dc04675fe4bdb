package org.nostos.postgres.retention;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.retention.Category;
import org.nostos.retention.Due;
import org.nostos.retention.ErasedMark;
import org.nostos.retention.Erasure;
import org.nostos.retention.Erasure.Done;
import org.nostos.retention.Erasures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresErasures implements Erasures {

    private static final String SELECT =
            """
            select e.id, e.category, e.subject, e.before, e.legal_ground, e.reason, e.account,
                   coalesce(a.display_name, '') as asked_by, e.recorded_at,
                   (select p.number from nostos.person p where p.id = e.subject) as label,
                   d.recorded_at as done_at, coalesce(da.display_name, '') as done_by,
                   d.records, d.notes, d.files, d.entries, r.reason as refused
            from nostos.erasure e
            left join nostos.account a on a.id = e.account
            left join nostos.erasure_done d on d.erasure = e.id
            left join nostos.account da on da.id = d.account
            left join nostos.erasure_refused r on r.erasure = e.id
            """;

    private final JdbcClient jdbc;

    PostgresErasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Erasure> latest(int most) {
        return jdbc.sql(
                        SELECT
                                + "order by d.erasure is not null or r.erasure is not null,"
                                + " e.recorded_at desc, e.id limit ?")
                .param(most)
                .query(PostgresErasures::erasure)
                .list();
    }

    @Override
    public Optional<Erasure> byId(UUID id) {
        return jdbc.sql(SELECT + "where e.id = ?")
                .param(id)
                .query(PostgresErasures::erasure)
                .optional();
    }

    @Override
    public List<Due> due(Category category, int most) {
        return jdbc.sql("select subject, label, since, held from nostos.retention_due(?, ?)")
                .param(category.name())
                .param(most)
                .query((row, number) ->
                        new Due(
                                category,
                                row.getObject("subject", UUID.class),
                                row.getString("label"),
                                Columns.instant(row, "since"),
                                row.getBoolean("held")))
                .list();
    }

    @Override
    public void ask(
            UUID id,
            Category category,
            @Nullable UUID subject,
            @Nullable Instant before,
            @Nullable UUID rule,
            String legalGround,
            String reason,
            UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.erasure (id, category, subject, before, rule, legal_ground, reason, account,
                                                    party, act)
                        values (?, ?, ?::uuid, ?::timestamptz, ?::uuid, ?, ?, nostos.caller_account(),
                                nostos.caller_party(), ?)
                        """)
                .param(id)
                .param(category.name())
                .param(subject == null ? null : subject.toString())
                .param(before == null ? null : before.atOffset(ZoneOffset.UTC))
                .param(rule == null ? null : rule.toString())
                .param(legalGround)
                .param(reason)
                .param(act)
                .update();
    }

    @Override
    public void refuse(UUID id, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.erasure_refused (erasure, reason, account, act)
                        values (?, ?, nostos.caller_account(), ?)
                        """)
                .param(id)
                .param(reason)
                .param(act)
                .update();
    }

    @Override
    public boolean isHeld(UUID id) {
        return jdbc.sql("select nostos.erasure_held(?)").param(id).query(Boolean.class).single();
    }

    @Override
    public Gone carryOut(UUID id, UUID act) {
        return jdbc.sql("select persons, records from nostos.erase_carry_out(?, ?)")
                .param(id)
                .param(act)
                .query((row, number) ->
                        new Gone(ids(row.getArray("persons")), ids(row.getArray("records"))))
                .single();
    }

    @Override
    public List<String> lines() {
        return jdbc.sql(
                        """
                        select concat_ws(chr(9), kind, id, coalesce(before::text, ''),
                                         translate(legal_ground, chr(9) || chr(10) || chr(13), '   '), recorded_at)
                        from nostos.erased_thing order by recorded_at, kind, id
                        """)
                .query(String.class)
                .list();
    }

    @Override
    public Map<UUID, ErasedMark> marks(Collection<UUID> persons) {
        Map<UUID, ErasedMark> marks = new HashMap<>();
        jdbc.sql(
                        """
                        select id, recorded_at, legal_ground from nostos.erased_thing
                        where kind = 'PERSON' and id = any (?::uuid[])
                        """)
                .param(persons.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    marks.put(
                            row.getObject("id", UUID.class),
                            new ErasedMark(
                                    Columns.instant(row, "recorded_at"),
                                    row.getString("legal_ground")));
                });
        return marks;
    }

    private static Set<UUID> ids(Array array) throws SQLException {
        return Arrays.stream((UUID[]) array.getArray()).collect(Collectors.toSet());
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                Category.valueOf(row.getString("category")),
                row.getObject("subject", UUID.class),
                Columns.instantOrNull(row, "before"),
                row.getString("label"),
                row.getString("legal_ground"),
                row.getString("reason"),
                row.getObject("account", UUID.class),
                row.getString("asked_by"),
                Columns.instant(row, "recorded_at"),
                done(row),
                row.getString("refused"));
    }

    private static @Nullable Done done(ResultSet row) throws SQLException {
        Instant at = Columns.instantOrNull(row, "done_at");
        return at == null
                ? null
                : new Done(
                        row.getString("done_by"),
                        at,
                        row.getLong("records"),
                        row.getLong("notes"),
                        row.getLong("files"),
                        row.getLong("entries"));
    }
}
