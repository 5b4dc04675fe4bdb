package org.nostos.postgres.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.identity.Agreement;
import org.nostos.identity.BlindDraw;
import org.nostos.identity.BlindDraw.Scope;
import org.nostos.identity.BlindReviews;
import org.nostos.identity.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresBlindReviews implements BlindReviews {

    private static final String MINE = "select id, proposal from nostos.blind_mine() ";

    private final JdbcClient jdbc;

    PostgresBlindReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int draw(UUID review, Scope scope, int asked, long seed, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.blind_review (id, run, scope, asked, seed, reason, account, act)
                        values (?, nostos.latest_run(), ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(review)
                .param(scope.name())
                .param(asked)
                .param(seed)
                .param(reason)
                .param(act)
                .update();
        return jdbc.sql("select nostos.blind_draw(?, ?)")
                .param(review)
                .param(act)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<BlindDraw> all() {
        return jdbc.sql(
                        """
                        select r.id, r.scope, r.asked, r.seed, r.reason, coalesce(a.display_name, '') as by,
                               r.recorded_at, p.pairs, p.once, p.twice
                        from nostos.blind_review r left join nostos.account a on a.id = r.account,
                             nostos.blind_progress(r.id) p
                        order by r.recorded_at desc
                        """)
                .query(this::draw)
                .list();
    }

    private BlindDraw draw(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new BlindDraw(
                id,
                Scope.valueOf(row.getString("scope")),
                row.getInt("asked"),
                row.getLong("seed"),
                row.getString("reason"),
                row.getString("by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getLong("pairs"),
                row.getLong("once"),
                row.getLong("twice"),
                agreement(id));
    }

    private Agreement agreement(UUID review) {
        long[][] cells = new long[Verdict.values().length][Verdict.values().length];
        jdbc.sql("select one, other, times from nostos.blind_agreement(?)")
                .param(review)
                .query(row -> {
                    int one = Verdict.valueOf(row.getString("one")).ordinal();
                    int other = Verdict.valueOf(row.getString("other")).ordinal();
                    cells[one][other] = row.getLong("times");
                });
        return new Agreement(cells);
    }

    @Override
    public List<Waiting> mine() {
        return jdbc.sql(MINE).query(PostgresBlindReviews::waiting).list();
    }

    @Override
    public Optional<Waiting> mine(UUID pair) {
        return jdbc.sql(MINE + "where id = ?")
                .param(pair)
                .query(PostgresBlindReviews::waiting)
                .optional();
    }

    @Override
    public void give(UUID pair, Verdict verdict, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.blind_verdict (pair, account, verdict, reason, act)
                        values (?, nostos.caller_account(), ?, ?, ?)
                        """)
                .param(pair)
                .param(verdict.name())
                .param(reason)
                .param(act)
                .update();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(row.getObject("id", UUID.class), row.getObject("proposal", UUID.class));
    }
}
