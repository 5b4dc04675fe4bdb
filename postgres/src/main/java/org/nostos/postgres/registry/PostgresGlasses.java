package org.nostos.postgres.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.registry.Compartment;
import org.nostos.registry.GlassCategory;
import org.nostos.registry.GlassOpening;
import org.nostos.registry.GlassOpening.Acknowledgement;
import org.nostos.registry.Glasses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresGlasses implements Glasses {

    private static final String SELECT =
            """
            select o.id, o.person, p.number, o.kind, o.category, o.reason, o.account, a.display_name as by,
                   o.recorded_at, o.until, nostos.glass_is_open(o.id) as open, c.recorded_at as closed_at,
                   (select count(*) from nostos.glass_read r where r.opening = o.id) as looks,
                   k.recorded_at as told_at, k.remark, ka.display_name as told
            from nostos.glass_opening o
            join nostos.person p on p.id = o.person
            join nostos.account a on a.id = o.account
            left join nostos.glass_closed c on c.opening = o.id
            left join nostos.glass_acknowledged k on k.opening = o.id
            left join nostos.account ka on ka.id = k.account
            """;

    private final JdbcClient jdbc;

    PostgresGlasses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<GlassOpening> latest(int most) {
        return jdbc.sql(
                        SELECT
                                + "order by k.opening is not null, o.recorded_at desc, o.id limit "
                                + most)
                .query(PostgresGlasses::opening)
                .list();
    }

    @Override
    public Optional<GlassOpening> byId(UUID id) {
        return jdbc.sql(SELECT + "where o.id = ?")
                .param(id)
                .query(PostgresGlasses::opening)
                .optional();
    }

    @Override
    public List<GlassOpening> openNow() {
        return jdbc.sql(
                        SELECT
                                + """
                                where o.account = nostos.caller_account() and nostos.glass_is_open(o.id)
                                order by o.until, o.id
                                """)
                .query(PostgresGlasses::opening)
                .list();
    }

    @Override
    public long unacknowledged() {
        return jdbc.sql(
                        """
                        select count(*) from nostos.glass_opening o
                        where o.account <> nostos.caller_account()
                          and not exists (select from nostos.glass_acknowledged k where k.opening = o.id)
                        """)
                .query(Long.class)
                .single();
    }

    @Override
    public Duration longest() {
        return Duration.ofMinutes(
                jdbc.sql("select nostos.glass_longest()").query(Integer.class).single());
    }

    @Override
    public boolean supervised() {
        return jdbc.sql("select nostos.glass_supervised()").query(Boolean.class).single();
    }

    @Override
    public void open(
            UUID id,
            UUID person,
            Compartment kind,
            GlassCategory category,
            String reason,
            Duration lasts,
            UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.glass_opening (id, person, kind, category, reason, account, party, minutes, act)
                        values (?, ?, ?, ?, ?, nostos.caller_account(), nostos.caller_party(), ?, ?)
                        """)
                .param(id)
                .param(person)
                .param(kind.name())
                .param(category.name())
                .param(reason)
                .param((int) lasts.toMinutes())
                .param(act)
                .update();
    }

    @Override
    public void look(UUID opening, UUID act) {
        jdbc.sql("insert into nostos.glass_read (id, opening, act) values (?, ?, ?)")
                .param(UUID.randomUUID())
                .param(opening)
                .param(act)
                .update();
    }

    @Override
    public void close(UUID opening, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.glass_closed (opening, account, act)
                        values (?, nostos.caller_account(), ?)
                        """)
                .param(opening)
                .param(act)
                .update();
    }

    @Override
    public void acknowledge(UUID opening, String remark, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.glass_acknowledged (opening, account, remark, act)
                        values (?, nostos.caller_account(), ?, ?)
                        """)
                .param(opening)
                .param(remark)
                .param(act)
                .update();
    }

    @Override
    public void limit(Duration longest, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.glass_limit (id, minutes, reason, account, act)
                        values (?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(UUID.randomUUID())
                .param((int) longest.toMinutes())
                .param(reason)
                .param(act)
                .update();
    }

    private static GlassOpening opening(ResultSet row, int number) throws SQLException {
        return new GlassOpening(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("number"),
                Compartment.valueOf(row.getString("kind")),
                GlassCategory.valueOf(row.getString("category")),
                row.getString("reason"),
                row.getObject("account", UUID.class),
                row.getString("by"),
                instant(row, "recorded_at"),
                instant(row, "until"),
                row.getBoolean("open"),
                row.getObject("closed_at") == null ? null : instant(row, "closed_at"),
                row.getLong("looks"),
                acknowledgement(row));
    }

    private static @Nullable Acknowledgement acknowledgement(ResultSet row) throws SQLException {
        return row.getObject("told_at") == null
                ? null
                : new Acknowledgement(
                        row.getString("told"), instant(row, "told_at"), row.getString("remark"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
