package org.nostos.postgres.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nostos.ledger.Finding;
import org.nostos.ledger.FindingLines;
import org.nostos.ledger.FindingRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresFindingRows implements FindingRows {

    private static final String FINDINGS =
            """
            select f.kind, f.of_group, f.detail::text as lines, d.kind as verdict, d.reason, d.recorded_at,
                   coalesce(u.display_name, '') as signed_by
            from nostos.finding f
            left join lateral (select * from nostos.finding_decision d where d.finding = f.key
                               order by d.recorded_at desc, d.id desc limit 1) d on true
            left join nostos.account u on u.id = d.account
            """;

    private final JdbcClient jdbc;

    PostgresFindingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Finding> all(int most) {
        return jdbc.sql(
                        FINDINGS
                                + "order by d.recorded_at desc nulls first, f.found_at desc, f.key limit ?")
                .param(most)
                .query(PostgresFindingRows::finding)
                .list();
    }

    @Override
    public Optional<Finding> byKey(String key) {
        return jdbc.sql(FINDINGS + "where f.key = ?")
                .param(key)
                .query(PostgresFindingRows::finding)
                .optional();
    }

    @Override
    public List<Finding> of(Collection<UUID> figures) {
        return jdbc.sql(FINDINGS + "where f.figures && ? order by f.found_at desc, f.key")
                .param(figures.toArray(UUID[]::new))
                .query(PostgresFindingRows::finding)
                .list();
    }

    @Override
    public Set<UUID> off(Collection<UUID> figures) {
        Set<UUID> off = new HashSet<>();
        of(figures).stream()
                .filter(PostgresFindingRows::isOpen)
                .forEach(finding -> off.addAll(finding.figures()));
        off.retainAll(Set.copyOf(figures));
        return off;
    }

    private static boolean isOpen(Finding finding) {
        Finding.Decision decision = finding.decision();
        return decision == null || decision.verdict() == Finding.Verdict.ACCEPTED;
    }

    @Override
    public void replace(String group, List<Finding> findings) {
        jdbc.sql("delete from nostos.finding where of_group = ?").param(group).update();
        for (Finding finding : findings) {
            jdbc.sql(
                            """
                            insert into nostos.finding (key, kind, of_group, figures, detail) values (?, ?, ?, ?, ?::jsonb)
                            """)
                    .param(finding.key())
                    .param(finding.kind().name())
                    .param(group)
                    .param(finding.figures().toArray(UUID[]::new))
                    .param(FindingLines.write(finding.lines()))
                    .update();
        }
    }

    @Override
    public void clear() {
        jdbc.sql("delete from nostos.finding").update();
    }

    @Override
    public void decide(String key, Finding.Verdict verdict, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.finding_decision (id, finding, party, kind, reason, account, act)
                        values (gen_random_uuid(), ?, nostos.caller_party(), ?, ?, nostos.caller_account(), ?)
                        """)
                .params(key, verdict.name(), reason, act)
                .update();
    }

    @Override
    public void turn() {
        jdbc.sql("select nostos.findings_turn()").query((row, number) -> true).list();
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        String verdict = row.getString("verdict");
        return new Finding(
                Finding.Kind.valueOf(row.getString("kind")),
                row.getString("of_group"),
                FindingLines.read(row.getString("lines")),
                verdict == null
                        ? null
                        : new Finding.Decision(
                                Finding.Verdict.valueOf(verdict),
                                row.getString("reason"),
                                row.getString("signed_by"),
                                EntryColumns.moment(row, "recorded_at")));
    }
}
