package org.nostos.postgres.costs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.StateCode;
import org.nostos.costs.CostLine;
import org.nostos.costs.CostLine.Claim;
import org.nostos.costs.CostLine.Of;
import org.nostos.costs.CostLine.State;
import org.nostos.costs.CostLines;
import org.nostos.costs.CostSum;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresCostLines implements CostLines {

    private static final String LINES =
            """
            select c.*, nostos.cost_state(c.id) as became, coalesce(w.number, f.name, 'NV-' || n.year || '-' || lpad(n.number::text, greatest(4, length(n.number::text)), '0'), '') as name,
                   coalesce(a.display_name, '') as signed_by
            from nostos.cost_line c
            left join nostos.person w on w.id = c.person
            left join nostos.facility f on f.id = c.facility
            left join nostos.note_number n on n.note = c.note
            left join nostos.account a on a.id = c.account
            """;
    private static final String SUMS =
            """
            select %s as of, c.currency, count(*) as lines, sum(c.amount) as amount,
                   coalesce(sum(c.amount) filter (where nostos.cost_state(c.id) = 'PAID'), 0) as paid,
                   coalesce(sum(c.amount) filter (where nostos.cost_state(c.id) in ('OPEN', 'CLAIMED', 'DISPUTED')), 0) as open
            from nostos.cost_line c %s
            group by 1, 2 order by 1, 2
            """;

    private final JdbcClient jdbc;

    PostgresCostLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CostLine> page(int skip, int most) {
        return jdbc.sql(LINES + "order by c.recorded_at desc, c.id offset :skip limit :most")
                .param("skip", skip)
                .param("most", most)
                .query(PostgresCostLines::line)
                .list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from nostos.cost_line").query(Long.class).single();
    }

    @Override
    public Optional<CostLine> byId(UUID line) {
        return jdbc.sql(LINES + "where c.id = ?")
                .param(line)
                .query(PostgresCostLines::line)
                .optional();
    }

    @Override
    public Optional<UUID> subject(Of of, String name) {
        String sql =
                switch (of) {
                    case PERSON -> "select id from nostos.person where number = ?";
                    case FACILITY -> "select id from nostos.facility where name = ?";
                    case NOTE ->
                            "select note from nostos.note_number"
                                    + " where 'NV-' || year || '-' || lpad(number::text, greatest(4, length(number::text)), '0') = ?";
                };
        List<UUID> found = jdbc.sql(sql).param(name).query(UUID.class).list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    @Override
    public List<CostSum> byDebtor() {
        return sums("coalesce(c.state, c.debtor)", "");
    }

    @Override
    public List<CostSum> byFacility() {
        return sums("f.name", "join nostos.facility f on f.id = c.facility");
    }

    private List<CostSum> sums(String of, String join) {
        return jdbc.sql(SUMS.formatted(of, join))
                .query((row, number) ->
                        new CostSum(
                                row.getString("of"),
                                row.getString("currency"),
                                row.getLong("lines"),
                                row.getBigDecimal("amount"),
                                row.getBigDecimal("paid"),
                                row.getBigDecimal("open")))
                .list();
    }

    @Override
    public void turn(UUID line) {
        jdbc.sql("select nostos.cost_turn(?)").param(line).query((row, number) -> true).list();
    }

    @Override
    public void add(UUID id, Of of, UUID subject, Claim claim, UUID act) {
        StateCode state = claim.state();
        jdbc.sql(
                        """
                        insert into nostos.cost_line (id, party, person, facility, note, state, what, amount, currency, claimant,
                                                      debtor, happened_on, source, account, act)
                        values (?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(id)
                .param(of == Of.PERSON ? subject : null)
                .param(of == Of.FACILITY ? subject : null)
                .param(of == Of.NOTE ? subject : null)
                .param(state == null ? null : state.value())
                .param(claim.what())
                .param(claim.amount())
                .param(claim.currency())
                .param(claim.claimant())
                .param(claim.debtor())
                .param(claim.on())
                .param(claim.source())
                .param(act)
                .update();
    }

    @Override
    public void step(UUID line, State to, LocalDate on, String source, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.cost_step (id, line, party, kind, happened_on, source, account, act)
                        values (gen_random_uuid(), ?, nostos.caller_party(), ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .params(line, to.name(), on, source, act)
                .update();
    }

    private static CostLine line(ResultSet row, int number) throws SQLException {
        UUID person = row.getObject("person", UUID.class);
        UUID facility = row.getObject("facility", UUID.class);
        Of of = person != null ? Of.PERSON : facility != null ? Of.FACILITY : Of.NOTE;
        UUID subject =
                switch (of) {
                    case PERSON -> person;
                    case FACILITY -> facility;
                    case NOTE -> row.getObject("note", UUID.class);
                };
        return new CostLine(
                row.getObject("id", UUID.class),
                of,
                subject,
                row.getString("name"),
                claim(row),
                State.valueOf(row.getString("became")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("signed_by"));
    }

    private static Claim claim(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new Claim(
                row.getString("what"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("claimant"),
                row.getString("debtor"),
                state == null ? null : new StateCode(state),
                row.getObject("happened_on", LocalDate.class),
                row.getString("source"));
    }
}
