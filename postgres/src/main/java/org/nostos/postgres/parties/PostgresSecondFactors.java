package org.nostos.postgres.parties;

import java.util.Set;
import java.util.UUID;
import org.nostos.parties.SecondFactorRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresSecondFactors implements SecondFactorRows {

    private final JdbcClient jdbc;

    PostgresSecondFactors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> having() {
        return jdbc.sql("select account from nostos.accounts_with_second_factor()")
                .query(UUID.class)
                .set();
    }

    @Override
    public long recoveryCodesLeft() {
        return jdbc.sql("select nostos.recovery_codes_left()").query(Long.class).single();
    }

    @Override
    public void reset(UUID account, UUID act) {
        jdbc.sql("select nostos.reset_second_factor(?, ?)")
                .param(account)
                .param(act)
                .query(Boolean.class)
                .single();
    }
}
