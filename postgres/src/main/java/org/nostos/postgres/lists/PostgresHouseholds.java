package org.nostos.postgres.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.lists.Household;
import org.nostos.lists.Households;
import org.nostos.lists.Relation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresHouseholds implements Households {

    /// Every household's members, one a row; `%s` names the households.
    private static final String SELECT =
            """
            select h.id, h.version, h.party, p.name as party_name, l.title, v.as_of, h.tied_by, h.label,
                   h.stated_size, m.record, r.line, m.relation, m.stated
            from nostos.household h
            join nostos.party p on p.id = h.party
            join nostos.list_version v on v.id = h.version
            join nostos.list l on l.id = v.list
            join nostos.household_member m on m.household = h.id
            join nostos.record r on r.id = m.record
            where h.id in (%s)
            order by %s r.line, r.part
            """;

    private static final String TIE =
            """
            with tied as materialized
                     (select r.id as record, s.party, s.family, s.relation, s.relation_text, s.family_size
                      from nostos.record r
                      join nostos.standing_row s on s.line = r.line and s.part = r.part
                      where r.version = ? and s.mapping = ? and s.family is not null),
                 made as materialized
                     (select gen_random_uuid() as id, family, max(family_size) as size from tied
                      group by family having count(*) > 1 or max(family_size) > 1),
                 households as
                     (insert into nostos.household (id, version, party, tied_by, label, stated_size, act)
                      select id, ?, ?, case when family like 'no:%' then 'NUMBER' else 'ROW' end,
                             substr(family, position(':' in family) + 1), size, ?
                      from made)
            insert into nostos.household_member (household, record, party, relation, stated, act)
            select made.id, tied.record, tied.party, tied.relation, tied.relation_text, ?
            from tied join made on made.family = tied.family
            """;

    private record MemberRow(Household alone, Household.Member member) {}

    private final JdbcClient jdbc;

    PostgresHouseholds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Household> ofRecords(Collection<UUID> records) {
        String with =
                "select household from nostos.household_member where record = any (?::uuid[])";
        return whole(
                jdbc.sql(SELECT.formatted(with, "v.as_of desc, h.id,"))
                        .param(records.stream().map(UUID::toString).toArray(String[]::new))
                        .query(PostgresHouseholds::member)
                        .list());
    }

    @Override
    public List<Household> ofVersion(UUID version, int most) {
        String first =
                """
                select f.household from nostos.household_member f
                join nostos.household g on g.id = f.household join nostos.record s on s.id = f.record
                where g.version = ? group by f.household order by min(s.line) limit ?
                """;
        return whole(
                jdbc.sql(SELECT.formatted(first, ""))
                        .params(version, most)
                        .query(PostgresHouseholds::member)
                        .list());
    }

    @Override
    public long countOfVersion(UUID version) {
        return jdbc.sql("select count(*) from nostos.household where version = ?")
                .param(version)
                .query(Long.class)
                .single();
    }

    /// The records are not committed yet, so the server may believe that there are none and go through
    /// the whole list once for each of them: for this statement it may not.
    @Override
    public void tie(UUID version, UUID party, UUID mapping, UUID act) {
        jdbc.sql("set local enable_nestloop = off").update();
        jdbc.sql(TIE).params(version, mapping, version, party, act, act).update();
        jdbc.sql("set local enable_nestloop to default").update();
    }

    private static List<Household> whole(List<MemberRow> rows) {
        Map<UUID, List<MemberRow>> byHousehold = new LinkedHashMap<>();
        for (MemberRow row : rows) {
            byHousehold.computeIfAbsent(row.alone().id(), _ -> new ArrayList<>()).add(row);
        }
        return byHousehold.values().stream().map(PostgresHouseholds::together).toList();
    }

    private static Household together(List<MemberRow> rows) {
        Household alone = rows.getFirst().alone();
        return new Household(
                alone.id(),
                alone.version(),
                alone.party(),
                alone.partyName(),
                alone.listTitle(),
                alone.asOf(),
                alone.tiedBy(),
                alone.label(),
                alone.statedSize(),
                rows.stream().map(MemberRow::member).toList());
    }

    private static MemberRow member(ResultSet row, int number) throws SQLException {
        Household alone =
                new Household(
                        row.getObject("id", UUID.class),
                        row.getObject("version", UUID.class),
                        row.getObject("party", UUID.class),
                        row.getString("party_name"),
                        row.getString("title"),
                        row.getObject("as_of", LocalDate.class),
                        Household.TiedBy.valueOf(row.getString("tied_by")),
                        row.getString("label"),
                        row.getInt("stated_size"),
                        List.of());
        Household.Member member =
                new Household.Member(
                        row.getObject("record", UUID.class),
                        row.getLong("line"),
                        Relation.valueOf(row.getString("relation")),
                        row.getString("stated"));
        return new MemberRow(alone, member);
    }
}
