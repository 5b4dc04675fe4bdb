package org.nostos.postgres.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.AcceptedVersion;
import org.nostos.lists.Difference.Counts;
import org.nostos.lists.RowSaying;
import org.nostos.lists.VersionPair;
import org.nostos.lists.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresVersions implements Versions {

    private static final String ACCEPTED =
            """
            select v.id, vl.list, v.party, p.name as party_name, l.title, v.as_of, e.recorded_at as accepted_at,
                   coalesce((e.detail ->> 'records')::bigint, 0) as records, s.by_version,
                   (row_number() over (partition by vl.list order by e.recorded_at, v.id))::int as number
            from nostos.list_version v
            join nostos.version_list vl on vl.version = v.id
            join nostos.list l on l.id = vl.list
            join nostos.party p on p.id = v.party
            join nostos.list_event e on e.version = v.id and e.kind in ('ACCEPTED', 'PARTLY_ACCEPTED')
            left join nostos.version_superseded s on s.version = v.id
            """;
    private static final String NEIGHBOURS =
            """
            select older, newer from (
                select lag(v.id) over (partition by vl.list order by v.as_of, e.recorded_at, v.id) as older,
                       v.id as newer, e.recorded_at
                from nostos.list_version v
                join nostos.version_list vl on vl.version = v.id
                join nostos.list_event e on e.version = v.id and e.kind in ('ACCEPTED', 'PARTLY_ACCEPTED')) n
            where older is not null
            """;

    private final JdbcClient jdbc;

    PostgresVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AcceptedVersion> all() {
        return jdbc.sql(
                        ACCEPTED
                                + "order by p.name, l.title, vl.list, v.as_of, e.recorded_at, v.id")
                .query(PostgresVersions::accepted)
                .list();
    }

    @Override
    public List<AcceptedVersion> ofList(UUID list) {
        return jdbc.sql(ACCEPTED + "where vl.list = ? order by v.as_of, e.recorded_at, v.id")
                .param(list)
                .query(PostgresVersions::accepted)
                .list();
    }

    @Override
    public Optional<AcceptedVersion> byId(UUID version) {
        return jdbc.sql(
                        "select * from ("
                                + ACCEPTED
                                + "where vl.list in (select list from nostos.version_list where version = ?)"
                                + ") a where id = ?")
                .param(version)
                .param(version)
                .query(PostgresVersions::accepted)
                .optional();
    }

    @Override
    public void supersede(UUID version, UUID by, UUID party, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.version_superseded (version, by_version, party, account, act)
                        values (?, ?, ?, nostos.caller_account(), ?)
                        """)
                .params(version, by, party, act)
                .update();
    }

    @Override
    public void sayOf(UUID version, UUID list, UUID party, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.list_version_of (version, list, party, account, act)
                        values (?, ?, ?, nostos.caller_account(), ?)
                        """)
                .params(version, list, party, act)
                .update();
    }

    @Override
    public List<VersionPair> uncompared() {
        return jdbc.sql(
                        NEIGHBOURS
                                + """
                                  and not exists (select from nostos.version_compared c
                                                  where c.older = n.older and c.newer = n.newer)
                                order by n.recorded_at
                                """)
                .query(PostgresVersions::pair)
                .list();
    }

    @Override
    public List<VersionPair> neighbours() {
        return jdbc.sql(NEIGHBOURS + "order by n.recorded_at").query(PostgresVersions::pair).list();
    }

    @Override
    public void compared(VersionPair pair, UUID party, Counts counts, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.version_compared
                            (older, newer, party, same, changed, appeared, vanished, perhaps, act)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        pair.older(),
                        pair.newer(),
                        party,
                        counts.same(),
                        counts.changed(),
                        counts.appeared(),
                        counts.vanished(),
                        counts.perhapsOlder(),
                        act)
                .update();
    }

    @Override
    public List<RowSaying> said(VersionPair pair) {
        return jdbc.sql(
                        """
                        select * from (select distinct on (o.id, n.id) o.id as older, n.id as newer, s.same, s.reason,
                               a.display_name, s.recorded_at
                        from nostos.row_said s
                        join nostos.record o on o.id in (s.older, s.newer) and o.version = ?
                        join nostos.record n on n.id in (s.older, s.newer) and n.version = ?
                        left join nostos.account a on a.id = s.account
                        order by o.id, n.id, s.recorded_at desc) latest
                        where same is not null
                        """)
                .params(pair.older(), pair.newer())
                .query((row, number) ->
                        new RowSaying(
                                row.getObject("older", UUID.class),
                                row.getObject("newer", UUID.class),
                                row.getBoolean("same"),
                                row.getString("reason"),
                                row.getString("display_name"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void say(
            UUID older, UUID newer, UUID party, @Nullable Boolean same, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.row_said (older, newer, party, same, reason, account, act)
                        values (?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(older)
                .param(newer)
                .param(party)
                .param(same)
                .param(reason)
                .param(act)
                .update();
    }

    @Override
    public List<UUID> among(VersionPair pair, Collection<UUID> records) {
        return jdbc.sql("select id from nostos.record where id = any (?) and version in (?, ?)")
                .param(records.toArray(new UUID[0]))
                .param(pair.older())
                .param(pair.newer())
                .query(UUID.class)
                .list();
    }

    private static VersionPair pair(ResultSet row, int number) throws SQLException {
        return new VersionPair(
                row.getObject("older", UUID.class), row.getObject("newer", UUID.class));
    }

    private static AcceptedVersion accepted(ResultSet row, int number) throws SQLException {
        return new AcceptedVersion(
                row.getObject("id", UUID.class),
                row.getObject("list", UUID.class),
                row.getObject("party", UUID.class),
                row.getString("party_name"),
                row.getString("title"),
                row.getInt("number"),
                row.getObject("as_of", LocalDate.class),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                row.getLong("records"),
                row.getObject("by_version", UUID.class));
    }
}
