package org.nostos.postgres.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.registry.Compartment;
import org.nostos.registry.Keeper;
import org.nostos.registry.Keepers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresKeepers implements Keepers {

    private static final String SELECT =
            """
            select k.id, k.kept_by, kept.display_name as name, p.name as party_name, k.kind, k.reason,
                   k.account as proposed_by, pa.display_name as proposed_by_name, k.recorded_at,
                   ca.display_name as confirmed_by, e.recorded_at as ended_at
            from nostos.compartment_keeper k
            join nostos.account kept on kept.id = k.kept_by
            join nostos.party p on p.id = k.party
            join nostos.account pa on pa.id = k.account
            left join nostos.compartment_keeper_confirmed c on c.keeper = k.id
            left join nostos.account ca on ca.id = c.account
            left join nostos.compartment_keeper_ended e on e.keeper = k.id
            """;

    private final JdbcClient jdbc;

    PostgresKeepers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Keeper> all() {
        return jdbc.sql(SELECT + "order by e.recorded_at is not null, k.recorded_at desc, k.id")
                .query(PostgresKeepers::keeper)
                .list();
    }

    @Override
    public Optional<Keeper> byId(UUID id) {
        return jdbc.sql(SELECT + "where k.id = ?")
                .param(id)
                .query(PostgresKeepers::keeper)
                .optional();
    }

    @Override
    public void propose(
            UUID id, UUID account, UUID party, Compartment kind, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.compartment_keeper (id, kept_by, party, kind, reason, account, act)
                        values (?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(id)
                .param(account)
                .param(party)
                .param(kind.name())
                .param(reason)
                .param(act)
                .update();
    }

    @Override
    public void confirm(UUID id, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.compartment_keeper_confirmed (keeper, account, act)
                        values (?, nostos.caller_account(), ?)
                        """)
                .param(id)
                .param(act)
                .update();
    }

    @Override
    public void end(UUID id, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.compartment_keeper_ended (keeper, account, reason, act)
                        values (?, nostos.caller_account(), ?, ?)
                        """)
                .param(id)
                .param(reason)
                .param(act)
                .update();
    }

    private static Keeper keeper(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        Instant proposed = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new Keeper(
                row.getObject("id", UUID.class),
                row.getObject("kept_by", UUID.class),
                row.getString("name"),
                row.getString("party_name"),
                Compartment.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                proposed,
                row.getString("confirmed_by"),
                ended == null ? null : ended.toInstant());
    }
}
