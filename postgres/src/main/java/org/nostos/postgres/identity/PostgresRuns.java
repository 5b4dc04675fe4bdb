package org.nostos.postgres.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.LinkingRun;
import org.nostos.identity.LinkingRun.Ended;
import org.nostos.identity.LinkingRun.How;
import org.nostos.identity.Runs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresRuns implements Runs {

    private static final String SELECT =
            """
            select r.id, r.recorded_at as asked,
                   (select max(s.recorded_at) from nostos.linking_run_started s where s.run = r.id) as started,
                   e.how, e.recorded_at as ended, e.records, e.candidates, e.proposals, e.seconds, e.model
            from nostos.linking_run r left join nostos.linking_run_ended e on e.run = r.id
            """;

    private final JdbcClient jdbc;

    PostgresRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void ask(UUID run, UUID act) {
        jdbc.sql("insert into nostos.linking_run (id, act) values (?, ?)")
                .param(run)
                .param(act)
                .update();
    }

    @Override
    public void start(UUID run, UUID act) {
        jdbc.sql("insert into nostos.linking_run_started (run, act) values (?, ?)")
                .param(run)
                .param(act)
                .update();
    }

    @Override
    public void cover(UUID run, UUID by, UUID act) {
        jdbc.sql(
                        "insert into nostos.linking_run_ended (run, how, covered_by, act) values (?, 'COVERED', ?, ?)")
                .param(run)
                .param(by)
                .param(act)
                .update();
    }

    @Override
    public void end(UUID run, Ended ended, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.linking_run_ended
                            (run, how, records, candidates, proposals, seconds, model, act)
                        values (?, ?, ?, ?, ?, ?, ?::text, ?)
                        """)
                .param(run)
                .param(ended.how().name())
                .param(ended.records())
                .param(ended.candidates())
                .param(ended.proposals())
                .param(ended.seconds())
                .param(ended.model())
                .param(act)
                .update();
    }

    @Override
    public void settle() {
        jdbc.sql("select nostos.linking_settled()").query((row, number) -> true).list();
    }

    @Override
    public List<LinkingRun> open() {
        return jdbc.sql(SELECT + "where e.run is null order by r.recorded_at desc, r.id")
                .query(PostgresRuns::run)
                .list();
    }

    @Override
    public List<LinkingRun> latest(int most) {
        return jdbc.sql(SELECT + "order by r.recorded_at desc, r.id limit ?")
                .param(most)
                .query(PostgresRuns::run)
                .list();
    }

    @Override
    public Optional<LinkingRun> latestFinished() {
        return jdbc.sql(SELECT + "where e.how = 'FINISHED' order by e.recorded_at desc limit 1")
                .query(PostgresRuns::run)
                .optional();
    }

    private static LinkingRun run(ResultSet row, int number) throws SQLException {
        Instant ended = instant(row, "ended");
        return new LinkingRun(
                row.getObject("id", UUID.class),
                row.getObject("asked", OffsetDateTime.class).toInstant(),
                instant(row, "started"),
                ended == null ? null : ended(row, ended));
    }

    private static Ended ended(ResultSet row, Instant at) throws SQLException {
        return new Ended(
                How.valueOf(row.getString("how")),
                at,
                row.getLong("records"),
                row.getLong("candidates"),
                row.getLong("proposals"),
                row.getDouble("seconds"),
                row.getString("model"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
