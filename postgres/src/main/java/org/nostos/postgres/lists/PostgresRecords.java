package org.nostos.postgres.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.KeptCell;
import org.nostos.lists.Records;
import org.nostos.lists.Sex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresRecords implements Records {

    private static final int BATCH = 5_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String SELECT =
            """
            select r.id, r.version, l.id as list, r.party, p.name as party_name, l.title, r.line, r.number,
                   v.as_of, (v.recorded_at at time zone 'UTC')::date as received_on, r.fields, r.sex,
                   r.birth_first, r.birth_last, r.birth_precision, r.birth_calendar, r.birth_text
            from nostos.record r
            join nostos.list_version v on v.id = r.version
            join nostos.version_list vl on vl.version = v.id
            join nostos.list l on l.id = vl.list
            join nostos.party p on p.id = r.party
            """;

    private final JdbcClient jdbc;

    PostgresRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from nostos.record").query(Long.class).single();
    }

    /// The transactions that last wrote the rows, added up: another sum when one was written since.
    @Override
    public Map<UUID, Mark> marks() {
        Map<UUID, Mark> marks = new HashMap<>();
        jdbc.sql(
                        "select version, count(*), sum(xmin::text::bigint) from nostos.record group by version")
                .query(row -> {
                    marks.put(
                            row.getObject(1, UUID.class), new Mark(row.getLong(2), row.getLong(3)));
                });
        return marks;
    }

    @Override
    public List<AcceptedRecord> byIds(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where r.id = any (?::uuid[]) order by r.id")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(PostgresRecords::accepted)
                .list();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql(
                        """
                        select id,
                               coalesce(nullif(fields #>> '{full_name,0}', ''),
                                        nullif(concat_ws(' ', nullif(fields #>> '{given_name,0}', ''),
                                                         nullif(fields #>> '{father_name,0}', ''),
                                                         nullif(fields #>> '{grandfather_name,0}', ''),
                                                         nullif(fields #>> '{family_name,0}', '')), ''),
                                        number, '')
                        from nostos.record where id = any (:ids)
                        """)
                .param("ids", ids.toArray(new UUID[0]))
                .query(row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return names;
    }

    @Override
    public Map<UUID, List<KeptCell>> kept(Collection<UUID> ids) {
        Map<UUID, List<KeptCell>> kept = new HashMap<>();
        jdbc.sql(
                        "select id, kept from nostos.record where id = any (?::uuid[]) and kept is not null")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    kept.put(
                            row.getObject("id", UUID.class),
                            Fields.readKept(row.getString("kept")));
                });
        return kept;
    }

    @Override
    public List<UUID> idsOfVersion(UUID version) {
        return jdbc.sql("select id from nostos.record where version = ? order by line, part")
                .param(version)
                .query(UUID.class)
                .list();
    }

    @Override
    public List<AcceptedRecord> ofVersion(UUID version) {
        return jdbc.sql(SELECT + "where r.version = ? order by r.line")
                .param(version)
                .query(PostgresRecords::accepted)
                .list();
    }

    @Override
    public void forEach(Consumer<AcceptedRecord> each) {
        UUID last = BEFORE_ALL;
        List<AcceptedRecord> batch = after(last);
        while (!batch.isEmpty()) {
            batch.forEach(each);
            last = batch.getLast().id();
            batch = batch.size() < BATCH ? List.of() : after(last);
        }
    }

    private List<AcceptedRecord> after(UUID last) {
        return jdbc.sql(SELECT + "where r.id > ? order by r.id limit " + BATCH)
                .param(last)
                .query(PostgresRecords::accepted)
                .list();
    }

    private static AcceptedRecord accepted(ResultSet row, int number) throws SQLException {
        return new AcceptedRecord(
                row.getObject("id", UUID.class),
                row.getObject("version", UUID.class),
                row.getObject("list", UUID.class),
                row.getObject("party", UUID.class),
                row.getString("party_name"),
                row.getString("title"),
                row.getLong("line"),
                row.getString("number"),
                row.getObject("as_of", LocalDate.class),
                row.getObject("received_on", LocalDate.class),
                Fields.read(row.getString("fields")),
                Sex.parse(row.getString("sex")),
                BirthColumns.read(row));
    }
}
