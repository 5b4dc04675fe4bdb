package org.nostos.postgres.parties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.StateCode;
import org.nostos.parties.Parties;
import org.nostos.parties.Party;
import org.nostos.parties.PartyKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresParties implements Parties {

    private static final String SELECT = "select id, kind, name, state_code from nostos.party ";

    private final JdbcClient jdbc;

    PostgresParties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Party> all() {
        return jdbc.sql(SELECT + "order by (kind <> 'COORDINATING_COMMITTEE'), name, id")
                .query(PostgresParties::party)
                .list();
    }

    @Override
    public Optional<Party> byId(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(PostgresParties::party).optional();
    }

    @Override
    public Optional<Party> committee() {
        return jdbc.sql(SELECT + "where kind = 'COORDINATING_COMMITTEE'")
                .query(PostgresParties::party)
                .optional();
    }

    @Override
    public void add(Party party, UUID act) {
        jdbc.sql(
                        "insert into nostos.party (id, kind, name, state_code, act) values (?, ?, ?, ?, ?)")
                .param(party.id())
                .param(party.kind().name())
                .param(party.name())
                .param(party.state() == null ? null : party.state().value())
                .param(act)
                .update();
    }

    private static Party party(ResultSet row, int number) throws SQLException {
        String code = row.getString("state_code");
        return new Party(
                row.getObject("id", UUID.class),
                PartyKind.valueOf(row.getString("kind")),
                row.getString("name"),
                code == null ? null : new StateCode(code));
    }
}
