package org.nostos.postgres.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.identity.Pair;
import org.nostos.identity.ProposalFlag;
import org.nostos.identity.ProposalFlags;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresProposalFlags implements ProposalFlags {

    private static final int CHUNK = 10_000;

    private final JdbcClient jdbc;

    PostgresProposalFlags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(Pair pair, ProposalFlag flag) {}

    @Override
    public void add(UUID run, Map<Pair, List<ProposalFlag>> flags) {
        List<Line> lines = new ArrayList<>();
        flags.forEach((pair, found) -> found.forEach(flag -> lines.add(new Line(pair, flag))));
        for (int from = 0; from < lines.size(); from += CHUNK) {
            add(run, lines.subList(from, Math.min(from + CHUNK, lines.size())));
        }
        jdbc.sql("select nostos.flag_rows_of_one_list(?)")
                .param(run)
                .query((row, number) -> true)
                .list();
    }

    private void add(UUID run, List<Line> lines) {
        jdbc.sql(
                        """
                        insert into nostos.proposal_flag (run, record_l, record_r, flag, why, number)
                        select ?, l, r, f, w, n
                        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::int[]) as t (l, r, f, w, n)
                        """)
                .param(run)
                .param(lines.stream().map(line -> line.pair.left()).toArray(UUID[]::new))
                .param(lines.stream().map(line -> line.pair.right()).toArray(UUID[]::new))
                .param(lines.stream().map(line -> line.flag.kind().name()).toArray(String[]::new))
                .param(lines.stream().map(line -> line.flag.why().name()).toArray(String[]::new))
                .param(lines.stream().map(line -> line.flag.number()).toArray(Integer[]::new))
                .update();
    }

    @Override
    public Map<Pair, List<ProposalFlag>> among(Collection<UUID> records) {
        Map<Pair, List<ProposalFlag>> found = new HashMap<>();
        jdbc.sql(
                        """
                        select record_l, record_r, flag, why, number from nostos.proposal_flag
                        where run = nostos.latest_run() and record_l = any (:ids) and record_r = any (:ids)
                        order by flag desc
                        """)
                .param("ids", Ids.array(records))
                .query(row -> {
                    found.computeIfAbsent(PostgresJudgements.pair(row, 0), any -> new ArrayList<>())
                            .add(
                                    new ProposalFlag(
                                            ProposalFlag.Kind.valueOf(row.getString("flag")),
                                            ProposalFlag.Why.valueOf(row.getString("why")),
                                            row.getInt("number")));
                });
        return found;
    }
}
