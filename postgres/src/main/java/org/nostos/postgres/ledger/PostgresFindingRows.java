package org.nostos.postgres.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Finding;
import org.nostos.figures.Finding.Kind;
import org.nostos.ledger.FindingDetail;
import org.nostos.ledger.FindingRows;
import org.nostos.ledger.LedgerFinding;
import org.nostos.ledger.LedgerFinding.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresFindingRows implements FindingRows {

    private static final String FINDINGS =
            """
            select f.kind, f.figures, f.detail::text as detail, d.kind as verdict, d.reason, d.recorded_at,
                   coalesce(u.display_name, '') as signed_by
            from nostos.finding f
            left join lateral (select * from nostos.finding_decision d
                               where d.finding = f.key
                                  or d.finding in (select w.was from nostos.finding_was w where w.key = f.key)
                               order by d.recorded_at desc, d.id desc limit 1) d on true
            left join nostos.account u on u.id = d.account
            """;

    private final JdbcClient jdbc;

    PostgresFindingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LedgerFinding> of(List<Kind> kinds, int most) {
        return jdbc.sql(
                        FINDINGS
                                + """
                                where f.kind = any (?)
                                order by d.recorded_at desc nulls first, f.found_at desc, f.key limit ?
                                """)
                .param(names(kinds))
                .param(most)
                .query(PostgresFindingRows::finding)
                .list();
    }

    @Override
    public long count(List<Kind> kinds) {
        return jdbc.sql("select count(distinct f.key) from nostos.finding f where f.kind = any (?)")
                .param(names(kinds))
                .query(Long.class)
                .single();
    }

    @Override
    public long undecided(List<Kind> kinds) {
        return jdbc.sql(
                        """
                        select count(distinct f.key) from nostos.finding f
                        where f.kind = any (?)
                          and not exists (select from nostos.finding_decision d where d.finding = f.key)
                          and not exists (select from nostos.finding_was w
                                          join nostos.finding_decision d on d.finding = w.was where w.key = f.key)
                        """)
                .param(names(kinds))
                .query(Long.class)
                .single();
    }

    private static String[] names(List<Kind> kinds) {
        return kinds.stream().map(Kind::name).toArray(String[]::new);
    }

    @Override
    public Optional<LedgerFinding> byKey(String key) {
        return jdbc.sql(FINDINGS + "where f.key = ?")
                .param(key)
                .query(PostgresFindingRows::finding)
                .optional();
    }

    @Override
    public List<LedgerFinding> of(Collection<UUID> figures) {
        return jdbc.sql(FINDINGS + "where f.figures && ? order by f.found_at desc, f.key")
                .param(figures.toArray(UUID[]::new))
                .query(PostgresFindingRows::finding)
                .list();
    }

    @Override
    public void replace(String group, List<Finding> findings) {
        jdbc.sql("delete from nostos.finding where of_group = ?").param(group).update();
        for (Finding finding : findings) {
            jdbc.sql(
                            """
                            insert into nostos.finding (key, kind, of_group, figures, detail) values (?, ?, ?, ?, ?::jsonb)
                            """)
                    .param(LedgerFinding.key(finding))
                    .param(finding.kind().name())
                    .param(group)
                    .param(finding.figures().toArray(UUID[]::new))
                    .param(FindingDetail.write(finding))
                    .update();
        }
    }

    @Override
    public void clear() {
        jdbc.sql("delete from nostos.finding").update();
    }

    @Override
    public void decide(String key, LedgerFinding.Verdict verdict, String reason, UUID act) {
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

    private static LedgerFinding finding(ResultSet row, int number) throws SQLException {
        UUID[] figures = (UUID[]) row.getArray("figures").getArray();
        return new LedgerFinding(
                FindingDetail.read(
                        Kind.valueOf(row.getString("kind")),
                        List.of(figures),
                        row.getString("detail")),
                decision(row));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new Decision(
                        LedgerFinding.Verdict.valueOf(verdict),
                        row.getString("reason"),
                        row.getString("signed_by"),
                        EntryColumns.moment(row, "recorded_at"));
    }
}
