package org.nostos.postgres.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.identity.GroupJudgement;
import org.nostos.identity.GroupJudgements;
import org.nostos.identity.Pair;
import org.nostos.identity.Proposal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresGroupJudgements implements GroupJudgements {

    private static final String MINE =
            """
            select g.id, g.run, g.records, g.left_out, g.reason, g.recorded_at from nostos.group_judgement g
            where g.account = nostos.caller_account()
              and exists (select from nostos.judgement j where j.act = g.act and j.account = g.account
                          and not exists (select from nostos.judgement_undone u where u.judgement = j.id))
            """;

    private final JdbcClient jdbc;

    PostgresGroupJudgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(GroupJudgement group, Collection<Pair> pairs, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.group_judgement (id, run, records, left_out, reason, account, role, act)
                        values (?, ?, ?::uuid[], ?::uuid[], ?, nostos.caller_account(), nostos.caller_role(), ?)
                        """)
                .param(group.id())
                .param(group.run())
                .param(Ids.array(group.records()))
                .param(Ids.array(group.leftOut()))
                .param(group.reason())
                .param(act)
                .update();
        jdbc.sql(
                        """
                        insert into nostos.judgement (record_l, record_r, verdict, account, role, reason, act)
                        select l, r, 'SAME', nostos.caller_account(), nostos.caller_role(), ?, ?
                        from unnest(?::uuid[], ?::uuid[]) as t (l, r)
                        """)
                .param(group.reason())
                .param(act)
                .param(pairs.stream().map(Pair::left).toArray(UUID[]::new))
                .param(pairs.stream().map(Pair::right).toArray(UUID[]::new))
                .update();
    }

    @Override
    public int takeBack(UUID group, String reason, UUID act) {
        return jdbc.sql(
                        """
                        insert into nostos.judgement_undone (judgement, account, reason, act)
                        select j.id, nostos.caller_account(), ?, ?
                        from nostos.group_judgement g
                        join nostos.judgement j on j.act = g.act and j.account = g.account
                        where g.id = ? and g.account = nostos.caller_account()
                          and not exists (select from nostos.judgement_undone u where u.judgement = j.id)
                        """)
                .param(reason)
                .param(act)
                .param(group)
                .update();
    }

    @Override
    public Optional<GroupJudgement> mine(UUID group) {
        return jdbc.sql(MINE + " and g.id = ?")
                .param(group)
                .query(PostgresGroupJudgements::group)
                .optional();
    }

    @Override
    public List<GroupJudgement> mineAmong(Collection<UUID> records) {
        return jdbc.sql(MINE + " and g.records && ?::uuid[] order by g.recorded_at desc")
                .param(Ids.array(records))
                .query(PostgresGroupJudgements::group)
                .list();
    }

    @Override
    public List<GroupJudgement> myLatest(int most) {
        return jdbc.sql(MINE + " order by g.recorded_at desc limit ?")
                .param(most)
                .query(PostgresGroupJudgements::group)
                .list();
    }

    @Override
    public List<Pair> handsByThemselves(Collection<UUID> records) {
        return jdbc.sql("select record_l, record_r from nostos.hands_by_themselves(?::uuid[])")
                .param(Ids.array(records))
                .query(PostgresJudgements::pair)
                .list();
    }

    @Override
    public List<Proposal> ties(Collection<UUID> records, double least) {
        return jdbc.sql(
                        """
                        select p.id, p.run, p.record_l, p.record_r, p.probability, p.weight
                        from nostos.proposal p
                        left join nostos.pair_standing s on s.record_l = p.record_l and s.record_r = p.record_r
                        where p.run = nostos.latest_run() and p.probability >= :least
                          and (p.record_l = any (:ids) or p.record_r = any (:ids))
                          and (s.state is null or s.state not in ('DIFFERENT', 'UNSURE'))
                        order by p.probability desc, p.id
                        """)
                .param("least", least)
                .param("ids", Ids.array(records))
                .query(PostgresProposals::proposal)
                .list();
    }

    private static GroupJudgement group(ResultSet row, int number) throws SQLException {
        return new GroupJudgement(
                row.getObject("id", UUID.class),
                row.getObject("run", UUID.class),
                ids(row.getArray("records")),
                ids(row.getArray("left_out")),
                row.getString("reason"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
