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
import org.nostos.ledger.FindingQuestion;
import org.nostos.ledger.FindingRows;
import org.nostos.ledger.LedgerFinding;
import org.nostos.ledger.LedgerFinding.Decision;
import org.nostos.ledger.LedgerFinding.Heap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresFindingRows implements FindingRows {

    private static final String COLUMNS =
            """
            f.kind, f.figures, f.detail::text as detail, d.kind as verdict, d.reason, d.recorded_at,
            coalesce((select u.display_name from nostos.account u where u.id = d.account), '') as signed_by
            """;

    /// A few findings: what was decided is looked up for each.
    private static final String FINDINGS =
            "select "
                    + COLUMNS
                    + """
                    from nostos.finding f
                    left join lateral (select * from nostos.finding_decision d
                                       where d.finding = f.key
                                          or d.finding in (select w.was from nostos.finding_was w where w.key = f.key)
                                       order by d.recorded_at desc, d.id desc limit 1) d on true
                    """;

    /// What was decided last about each finding about which anything was.
    private static final String LATEST =
            """
            with latest as (
                select distinct on (s.key) s.* from (
                    select d.finding as key, d.kind, d.reason, d.account, d.recorded_at, d.id
                    from nostos.finding_decision d
                    union all
                    select w.key, d.kind, d.reason, d.account, d.recorded_at, d.id
                    from nostos.finding_was w join nostos.finding_decision d on d.finding = w.was) s
                order by s.key, s.recorded_at desc, s.id desc)
            """;

    /// Few are decided: what was decided is joined once, not looked up for each.
    private static final String ASKED =
            LATEST
                    + """
                    select %s from nostos.finding f left join latest d on d.key = f.key
                    where f.kind = any (:kinds) %s
                    """;

    /// As they were found, each kind along its index; what was decided is joined to the page alone.
    private static final String AS_FOUND =
            LATEST
                    + """
                    select %s from (
                        select one.* from unnest(:kinds::text[]) k (kind)
                        cross join lateral (select f.* from nostos.finding f where f.kind = k.kind %s
                                            order by f.found_at desc, f.key, f.id limit :most + :offset) one
                        order by one.found_at desc, one.key, one.id limit :most offset :offset) f
                    left join latest d on d.key = f.key order by f.found_at desc, f.key, f.id
                    """;

    private static final String ABOUT =
            """
            and exists (select from nostos.figure_now n where n.figure = any (f.figures)
                          and (:category::text is null or n.category = :category)
                          and (:place::text is null or n.place = :place)
                          and (:words::text is null or n.words like lower(:words)))
            """;

    private static final String STANDING = " and coalesce(d.kind, 'WAITS') = :standing ";

    private static final String WAITING_FIRST =
            """
            order by d.recorded_at desc nulls first, f.found_at desc, f.key, f.id limit :most offset :offset
            """;

    private final JdbcClient jdbc;

    PostgresFindingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LedgerFinding> page(FindingQuestion question, int offset, int most) {
        boolean asFound = question.heap() != Heap.MISFITS && question.standing() == null;
        return asked(question, asFound ? AS_FOUND : ASKED + WAITING_FIRST, COLUMNS)
                .param("most", most)
                .param("offset", offset)
                .query(PostgresFindingRows::finding)
                .list();
    }

    @Override
    public long count(FindingQuestion question) {
        return asked(question, ASKED, "count(*)").query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(FindingQuestion question, String sql, String what) {
        boolean about =
                question.category() != null || question.place() != null || question.words() != null;
        List<Kind> kinds =
                question.kind() == null ? question.heap().kinds() : List.of(question.kind());
        String which = (about ? ABOUT : "") + (question.standing() == null ? "" : STANDING);
        JdbcClient.StatementSpec asked =
                jdbc.sql(sql.formatted(what, which)).param("kinds", names(kinds));
        if (question.standing() != null) {
            asked = asked.param("standing", question.standing().name());
        }
        return about
                ? asked.param("category", name(question.category()))
                        .param("place", question.place())
                        .param("words", EntryColumns.pattern(question.words()))
                : asked;
    }

    private static @Nullable String name(@Nullable Enum<?> one) {
        return one == null ? null : one.name();
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
        return jdbc.sql(
                        FINDINGS
                                + """
                                where f.id in (select nostos.findings_with(?)) order by f.found_at desc, f.key
                                """)
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
