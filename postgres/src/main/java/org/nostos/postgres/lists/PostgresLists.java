package org.nostos.postgres.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.ListEvent;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Lists;
import org.nostos.parties.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresLists implements Lists {

    private static final String VERSIONS =
            """
            select v.id, vl.list, v.party, p.name as party_name, l.title, v.as_of, v.recorded_at,
                   v.file, f.sha256, f.size
            from nostos.list_version v
            join nostos.version_list vl on vl.version = v.id
            join nostos.list l on l.id = vl.list
            join nostos.party p on p.id = v.party
            left join nostos.received_file f on f.id = v.file
            """;

    /// The columns and the first rows of a file stay behind where many lists are read at once.
    private static final String BRIEF =
            "case e.kind when 'CHECKED' then e.detail - 'columns' - 'sample' - 'around' else e.detail end";

    private static final String EVENTS =
            """
            select e.id, e.version, e.kind, %s as detail, e.account, a.display_name, e.recorded_at
            from (select id, version, kind, detail, account, recorded_at from nostos.list_event
                  union all
                  select version, version, 'SUPERSEDED', jsonb_build_object('by', by_version), account, recorded_at
                  from nostos.version_superseded) e
            left join nostos.account a on a.id = e.account
            where %s order by e.recorded_at, e.id
            """;

    private record VersionRow(
            UUID id,
            UUID list,
            UUID party,
            String partyName,
            String title,
            LocalDate asOf,
            Instant receivedAt,
            UUID file,
            @Nullable String sha256,
            long size) {}

    private record EventRow(UUID version, ListEvent event) {}

    private final JdbcClient jdbc;

    PostgresLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Title> titles() {
        return jdbc.sql(
                        """
                        select id, title from nostos.list
                        where party = ? and id in (select list from nostos.version_list)
                        order by title, id
                        """)
                .param(Caller.required().party())
                .query((row, number) ->
                        new Title(row.getObject("id", UUID.class), row.getString("title")))
                .list();
    }

    @Override
    public List<ListVersion> all() {
        Map<UUID, List<ListEvent>> events = new HashMap<>();
        for (EventRow row : events(BRIEF, "true", List.of())) {
            events.computeIfAbsent(row.version(), _ -> new ArrayList<>()).add(row.event());
        }
        return jdbc
                .sql(VERSIONS + "order by v.recorded_at desc, v.id")
                .query(PostgresLists::versionRow)
                .list()
                .stream()
                .map(row -> version(row, events.getOrDefault(row.id(), List.of())))
                .toList();
    }

    @Override
    public long countOpen() {
        return jdbc.sql(
                        """
                        select count(*) from nostos.list_version v
                        where not exists (select from nostos.list_event e where e.version = v.id
                                          and e.kind in ('ACCEPTING', 'ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED'))
                        """)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<ListVersion> version(UUID id) {
        return one("where v.id = ?", id);
    }

    @Override
    public Optional<ListVersion> ofFile(String sha256) {
        return jdbc.sql(
                        "select v.id from nostos.list_version v join nostos.received_file f on f.id = v.file"
                                + " where f.party = ? and f.sha256 = ?")
                .param(Caller.required().party())
                .param(HexFormat.of().parseHex(sha256))
                .query(UUID.class)
                .optional()
                .flatMap(this::version);
    }

    private Optional<ListVersion> one(String where, UUID id) {
        return jdbc.sql(VERSIONS + where)
                .param(id)
                .query(PostgresLists::versionRow)
                .optional()
                .map(row ->
                        version(
                                row,
                                events("e.detail", "e.version = ?", List.of(row.id())).stream()
                                        .map(EventRow::event)
                                        .toList()));
    }

    private List<EventRow> events(String detail, String where, List<UUID> parameters) {
        return jdbc.sql(EVENTS.formatted(detail, where))
                .params(parameters)
                .query(PostgresLists::eventRow)
                .list();
    }

    @Override
    public List<UUID> unchecked() {
        return jdbc.sql(
                        """
                        select a.version from
                            (select distinct on (version) id, version, kind, recorded_at from nostos.list_event
                             where kind in ('RECEIVED', 'LAID_OUT')
                             order by version, recorded_at desc, id desc) a
                        where not exists (select from nostos.list_event e where e.version = a.version
                                          and (e.kind in ('ACCEPTING', 'ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED')
                                               or e.kind in ('CHECKED', 'UNREADABLE')
                                                  and coalesce(e.detail ->> 'asked', a.id::text) = a.id::text
                                                  and e.recorded_at >= a.recorded_at))
                        order by a.recorded_at
                        """)
                .query(UUID.class)
                .list();
    }

    @Override
    public List<UUID> accepting() {
        return jdbc.sql(
                        """
                        select a.version from nostos.list_event a
                        where a.kind = 'ACCEPTING'
                          and not exists (select from nostos.list_event e where e.version = a.version
                                          and e.kind in ('ACCEPTED', 'PARTLY_ACCEPTED'))
                        order by a.recorded_at
                        """)
                .query(UUID.class)
                .list();
    }

    @Override
    public List<UUID> unfinished() {
        return jdbc.sql(
                        """
                        select m.version from
                            (select distinct on (version) id, version, recorded_at from nostos.list_event
                             where kind = 'MAPPED' order by version, recorded_at desc, id desc) m
                        where not exists (select from nostos.list_event e where e.version = m.version
                                          and (e.kind in ('ACCEPTING', 'ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED')
                                               or e.kind = 'LAID_OUT' and e.recorded_at > m.recorded_at
                                               or e.kind = 'STAGED' and e.detail ->> 'mapping' = m.id::text))
                        order by m.recorded_at
                        """)
                .query(UUID.class)
                .list();
    }

    @Override
    public void add(UUID list, UUID party, String title, UUID act) {
        jdbc.sql("insert into nostos.list (id, party, title, act) values (?, ?, ?, ?)")
                .params(list, party, title, act)
                .update();
    }

    @Override
    public void addVersion(
            UUID version, UUID list, UUID party, UUID file, LocalDate asOf, UUID act) {
        jdbc.sql(
                        "insert into nostos.list_version (id, list, party, file, as_of, act)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(version, list, party, file, asOf, act)
                .update();
    }

    @Override
    public UUID add(UUID version, UUID party, ListEvent.What what, UUID act) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into nostos.list_event (id, version, party, kind, detail, account, act)"
                                + " values (?, ?, ?, ?, ?::jsonb, ?, ?)")
                .params(
                        id,
                        version,
                        party,
                        EventDetail.kind(what),
                        EventDetail.write(what),
                        Caller.required().account(),
                        act)
                .update();
        return id;
    }

    private static ListVersion version(VersionRow row, List<ListEvent> events) {
        String by =
                events.stream()
                        .filter(event -> event.what() instanceof ListEvent.Received)
                        .findFirst()
                        .map(ListEvent::byName)
                        .orElse(null);
        return new ListVersion(
                row.id(),
                row.list(),
                row.party(),
                row.partyName(),
                row.title(),
                row.asOf(),
                row.receivedAt(),
                by,
                row.file(),
                row.sha256(),
                row.size(),
                events);
    }

    private static VersionRow versionRow(ResultSet row, int number) throws SQLException {
        byte[] sha256 = row.getBytes("sha256");
        return new VersionRow(
                row.getObject("id", UUID.class),
                row.getObject("list", UUID.class),
                row.getObject("party", UUID.class),
                row.getString("party_name"),
                row.getString("title"),
                row.getObject("as_of", LocalDate.class),
                instant(row),
                row.getObject("file", UUID.class),
                sha256 == null ? null : HexFormat.of().formatHex(sha256),
                row.getLong("size"));
    }

    private static EventRow eventRow(ResultSet row, int number) throws SQLException {
        ListEvent event =
                new ListEvent(
                        row.getObject("id", UUID.class),
                        instant(row),
                        row.getObject("account", UUID.class),
                        row.getString("display_name"),
                        EventDetail.read(row.getString("kind"), row.getString("detail")));
        return new EventRow(row.getObject("version", UUID.class), event);
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }
}
