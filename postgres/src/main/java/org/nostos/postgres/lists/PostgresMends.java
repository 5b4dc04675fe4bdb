package org.nostos.postgres.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.Cure;
import org.nostos.lists.Mends;
import org.nostos.lists.ReadRow;
import org.nostos.lists.RowFault;
import org.nostos.parties.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresMends implements Mends {

    private static final String ADD =
            """
            insert into nostos.row_mend (id, mapping, party, line, joined, kind, account, act)
            select id, ?, ?, line, joined, kind, ?, ?
            from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::text[]) as mend (id, line, joined, kind)
            """;

    private static final String ADD_ROWS =
            """
            insert into nostos.mended_row (party, act, mend, part, number, fields, sex, birth_first, birth_last,
                                           birth_precision, birth_calendar, birth_text, kept, family, relation,
                                           relation_text, family_size)
            select ?, ?, mend, part, number, fields::jsonb, sex, first::date, last::date, precision_, calendar, text_,
                   kept::jsonb, family, relation, relation_text, family_size
            from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[])
                 as row (mend, part, number, fields, sex, first, last, precision_, calendar, text_, kept,
                         family, relation, relation_text, family_size)
            """;

    private final JdbcClient jdbc;

    PostgresMends(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(UUID mapping, UUID party, List<Mend> mends, UUID act) {
        List<UUID> ids = mends.stream().map(_ -> UUID.randomUUID()).toList();
        jdbc.sql(ADD)
                .params(mapping, party, Caller.required().account(), act)
                .param(texts(ids))
                .param(mends.stream().map(Mend::line).toArray(Long[]::new))
                .param(joined(mends))
                .param(mends.stream().map(mend -> mend.cure().name()).toArray(String[]::new))
                .update();
        addRows(party, mends, ids, act);
    }

    private void addRows(UUID party, List<Mend> mends, List<UUID> ids, UUID act) {
        List<UUID> of = new ArrayList<>();
        List<ReadRow> people = new ArrayList<>();
        for (int i = 0; i < mends.size(); i++) {
            ReadRow row = mends.get(i).row();
            if (row != null) {
                people.add(row);
                people.addAll(row.members());
            }
            while (of.size() < people.size()) {
                of.add(ids.get(i));
            }
        }
        PersonColumns.bind(
                        people,
                        jdbc.sql(ADD_ROWS)
                                .params(party, act)
                                .param(texts(of))
                                .param(people.stream().map(ReadRow::part).toArray(Integer[]::new)))
                .update();
    }

    @Override
    public void takeBack(UUID mapping, UUID party, long line, UUID act) {
        jdbc.sql(
                        "insert into nostos.row_mend (id, mapping, party, line, kind, account, act)"
                                + " values (?, ?, ?, ?, 'TAKEN_BACK', ?, ?)")
                .params(UUID.randomUUID(), mapping, party, line, Caller.required().account(), act)
                .update();
    }

    @Override
    public List<Standing> standing(UUID mapping) {
        return jdbc.sql(
                        """
                        select m.line, coalesce(m.joined, 0) as joined, m.kind, a.display_name, m.recorded_at
                        from nostos.standing_mend m left join nostos.account a on a.id = m.account
                        where m.mapping = ? order by m.line
                        """)
                .param(mapping)
                .query(PostgresMends::standing)
                .list();
    }

    @Override
    public Counts counts(UUID mapping) {
        return jdbc.sql(
                        """
                        select count(*) as people,
                               count(distinct line) + (select count(joined) from nostos.standing_mend
                                                       where mapping = ?) as rows
                        from nostos.standing_row where mapping = ?
                        """)
                .params(mapping, mapping)
                .query((row, number) -> new Counts(row.getLong("rows"), row.getLong("people")))
                .single();
    }

    @Override
    public List<Long> uncured(UUID mapping, List<RowFault> faults, int most) {
        return jdbc.sql(
                        """
                        select distinct p.line from nostos.row_problem p
                        where p.mapping = ? and p.fault = any (?::text[]) and p.fate <> 'ROW_LEFT_OUT'
                          and not exists (select from nostos.standing_mend m
                                          where m.mapping = p.mapping and m.line = p.line)
                        order by p.line limit ?
                        """)
                .params(mapping, faults.stream().map(Enum::name).toArray(String[]::new), most)
                .query(Long.class)
                .list();
    }

    private static @Nullable Long[] joined(List<Mend> mends) {
        @Nullable Long[] joined = new @Nullable Long[mends.size()];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = mends.get(i).joined() == 0 ? null : mends.get(i).joined();
        }
        return joined;
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getLong("line"),
                row.getLong("joined"),
                Cure.valueOf(row.getString("kind")),
                row.getString("display_name"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
