package org.nostos.postgres.identity;

import java.util.List;
import java.util.Optional;
import org.nostos.identity.Dispute;
import org.nostos.identity.Disputes;
import org.nostos.identity.Pair;
import org.nostos.identity.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresDisputes implements Disputes {

    private final JdbcClient jdbc;

    PostgresDisputes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Dispute> forMe(Pair pair) {
        List<Dispute.Said> said =
                jdbc.sql("select verdict, reason from nostos.dispute_reasons(?, ?)")
                        .param(pair.left())
                        .param(pair.right())
                        .query((row, number) ->
                                new Dispute.Said(
                                        Verdict.valueOf(row.getString("verdict")),
                                        row.getString("reason")))
                        .list();
        return said.isEmpty() ? Optional.empty() : Optional.of(new Dispute(said));
    }

    @Override
    public boolean mayISettle(Pair pair) {
        return jdbc.sql("select nostos.caller_may_settle(?, ?)")
                .param(pair.left())
                .param(pair.right())
                .query(Boolean.class)
                .single();
    }

    @Override
    public long count() {
        return jdbc.sql(
                        """
                        select count(*) from nostos.pair_standing
                        where state = 'DISPUTED' and nostos.caller_may_settle(record_l, record_r)
                        """)
                .query(Long.class)
                .single();
    }
}
