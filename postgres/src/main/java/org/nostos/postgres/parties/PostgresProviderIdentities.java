package org.nostos.postgres.parties;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.nostos.parties.ProviderIdentities;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresProviderIdentities implements ProviderIdentities {

    private static final String OPEN =
            """
            from nostos.provider_identity i
            where not exists (select from nostos.provider_identity_ended n where n.identity = i.id)
            """;

    private final JdbcClient jdbc;

    PostgresProviderIdentities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> bound() {
        return jdbc.sql("select i.account " + OPEN).query(UUID.class).set();
    }

    @Override
    public void invite(UUID account, byte[] tokenHash, Duration lasts) {
        jdbc.sql("select nostos.invite_provider(?, ?, make_interval(secs => ?))")
                .param(account)
                .param(tokenHash)
                .param((double) lasts.toSeconds())
                .query((row, number) -> true)
                .list();
    }

    @Override
    public void end(UUID account, UUID act) {
        jdbc.sql(
                        "insert into nostos.provider_identity_ended (identity, act) select i.id, ? "
                                + OPEN
                                + " and i.account = ?")
                .param(act)
                .param(account)
                .update();
    }
}
