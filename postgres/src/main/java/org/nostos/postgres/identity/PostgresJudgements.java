package org.nostos.postgres.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;
import org.nostos.identity.Judgement;
import org.nostos.identity.Judgement.TakenBack;
import org.nostos.identity.Judgements;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding;
import org.nostos.identity.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresJudgements implements Judgements {

    private static final String SELECT =
            """
            select j.id, j.record_l, j.record_r, j.verdict, j.account, a.display_name, j.role, j.reason,
                   j.recorded_at, u.recorded_at as undone_at, u.reason as undone_reason
            from nostos.judgement j
            join nostos.account a on a.id = j.account
            left join nostos.judgement_undone u on u.judgement = j.id
            """;
    private static final String STANDING =
            "select record_l, record_r, state, hands, needs_second, since from nostos.pair_standing ";

    private final JdbcClient jdbc;

    PostgresJudgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void takeTurn() {
        jdbc.sql("select nostos.judgement_turn()").query((row, number) -> true).list();
    }

    @Override
    public UUID add(Pair pair, Verdict verdict, String reason, UUID act) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into nostos.judgement (id, record_l, record_r, verdict, account, role, reason, act)
                        values (?, ?, ?, ?, nostos.caller_account(), nostos.caller_role(), ?, ?)
                        """)
                .param(id)
                .param(pair.left())
                .param(pair.right())
                .param(verdict.name())
                .param(reason)
                .param(act)
                .update();
        return id;
    }

    @Override
    public void takeBack(UUID judgement, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.judgement_undone (judgement, account, reason, act)
                        values (?, nostos.caller_account(), ?, ?)
                        """)
                .param(judgement)
                .param(reason)
                .param(act)
                .update();
    }

    @Override
    public Optional<Judgement> byId(UUID id) {
        return jdbc.sql(SELECT + "where j.id = ?")
                .param(id)
                .query(PostgresJudgements::judgement)
                .optional();
    }

    @Override
    public List<Judgement> ofPair(Pair pair) {
        return jdbc.sql(SELECT + "where j.record_l = ? and j.record_r = ? order by j.recorded_at")
                .param(pair.left())
                .param(pair.right())
                .query(PostgresJudgements::judgement)
                .list();
    }

    @Override
    public List<Judgement> touching(Collection<UUID> records) {
        return jdbc.sql(
                        SELECT
                                + """
                                where j.id in (select id from nostos.judgement where record_l = any (:ids)
                                               union select id from nostos.judgement where record_r = any (:ids))
                                order by j.recorded_at
                                """)
                .param("ids", Ids.array(records))
                .query(PostgresJudgements::judgement)
                .list();
    }

    @Override
    public Optional<Judgement> myLast() {
        return jdbc.sql(
                        SELECT
                                + "where j.account = nostos.caller_account() and u.judgement is null"
                                + " order by j.recorded_at desc limit 1")
                .query(PostgresJudgements::judgement)
                .optional();
    }

    @Override
    public PairStanding standing(Pair pair) {
        return jdbc.sql(STANDING + "where record_l = ? and record_r = ?")
                .param(pair.left())
                .param(pair.right())
                .query(PostgresJudgements::standing)
                .optional()
                .orElse(PairStanding.OPEN);
    }

    @Override
    public Map<Pair, PairStanding> standings(Collection<UUID> records) {
        Map<Pair, PairStanding> found = new HashMap<>();
        jdbc.sql(
                        STANDING
                                + "where record_l = any (:ids) union "
                                + STANDING
                                + "where record_r = any (:ids)")
                .param("ids", Ids.array(records))
                .query(row -> {
                    found.put(pair(row, 0), standing(row, 0));
                });
        return found;
    }

    @Override
    public Set<Pair> pairs(PairStanding.State state) {
        Set<Pair> found = new HashSet<>();
        jdbc.sql("select record_l, record_r from nostos.pair_standing where state = ?")
                .param(state.name())
                .query(row -> {
                    found.add(pair(row, 0));
                });
        return found;
    }

    @Override
    public List<Judgement> asKnown(Instant known) {
        return jdbc.sql(
                        """
                        select j.id, j.record_l, j.record_r, j.verdict, j.account, '' as display_name, j.role,
                               j.reason, j.recorded_at, u.recorded_at as undone_at, u.reason as undone_reason
                        from nostos.judgement j
                        left join nostos.judgement_undone u on u.judgement = j.id and u.recorded_at <= :known
                        where j.recorded_at <= :known
                        order by j.recorded_at
                        """)
                .param("known", Ids.time(known))
                .query(PostgresJudgements::judgement)
                .list();
    }

    @Override
    public boolean mayTakeBack(UUID judgement) {
        return jdbc.sql("select nostos.caller_may_undo(?)")
                .param(judgement)
                .query(Boolean.class)
                .single();
    }

    static Pair pair(ResultSet row, int number) throws SQLException {
        return new Pair(
                row.getObject("record_l", UUID.class), row.getObject("record_r", UUID.class));
    }

    private static PairStanding standing(ResultSet row, int number) throws SQLException {
        return new PairStanding(
                PairStanding.State.valueOf(row.getString("state")),
                row.getInt("hands"),
                row.getBoolean("needs_second"),
                instant(row, "since"));
    }

    private static Judgement judgement(ResultSet row, int number) throws SQLException {
        Instant undone = instant(row, "undone_at");
        return new Judgement(
                row.getObject("id", UUID.class),
                pair(row, number),
                Verdict.valueOf(row.getString("verdict")),
                row.getObject("account", UUID.class),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getString("reason"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                undone == null ? null : new TakenBack(undone, row.getString("undone_reason")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
