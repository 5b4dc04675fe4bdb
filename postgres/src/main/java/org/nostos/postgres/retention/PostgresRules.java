package org.nostos.postgres.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.retention.Category;
import org.nostos.retention.Rule;
import org.nostos.retention.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresRules implements Rules {

    private static final String SELECT =
            """
            select r.id, r.category, r.months, r.legal_ground, r.account, a.display_name, r.recorded_at,
                   ca.display_name as confirmed_by, c.recorded_at as confirmed_at,
                   r.id is not distinct from nostos.retention_in_force(r.category) as in_force
            from nostos.retention_rule r
            left join nostos.account a on a.id = r.account
            left join nostos.retention_rule_confirmed c on c.rule = r.id
            left join nostos.account ca on ca.id = c.account
            """;

    private final JdbcClient jdbc;

    PostgresRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Rule> all() {
        return jdbc.sql(SELECT + "order by r.category, r.recorded_at desc, r.id")
                .query(PostgresRules::rule)
                .list();
    }

    @Override
    public Optional<Rule> byId(UUID id) {
        return jdbc.sql(SELECT + "where r.id = ?").param(id).query(PostgresRules::rule).optional();
    }

    @Override
    public Optional<Rule> inForce(Category category) {
        return jdbc.sql(SELECT + "where r.id = nostos.retention_in_force(?)")
                .param(category.name())
                .query(PostgresRules::rule)
                .optional();
    }

    @Override
    public void propose(UUID id, Category category, int months, String legalGround, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.retention_rule (id, category, months, after_event, legal_ground, account, act)
                        values (?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(id)
                .param(category.name())
                .param(months)
                .param(category.event())
                .param(legalGround)
                .param(act)
                .update();
    }

    @Override
    public void confirm(UUID id, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.retention_rule_confirmed (rule, account, act)
                        values (?, nostos.caller_account(), ?)
                        """)
                .param(id)
                .param(act)
                .update();
    }

    private static Rule rule(ResultSet row, int number) throws SQLException {
        String by = row.getString("display_name");
        return new Rule(
                row.getObject("id", UUID.class),
                Category.valueOf(row.getString("category")),
                row.getInt("months"),
                row.getString("legal_ground"),
                row.getObject("account", UUID.class),
                by == null ? "" : by,
                Columns.instant(row, "recorded_at"),
                row.getString("confirmed_by"),
                Columns.instantOrNull(row, "confirmed_at"),
                row.getBoolean("in_force"));
    }
}
