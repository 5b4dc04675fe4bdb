package org.nostos.postgres.parties;

import java.util.Optional;
import java.util.UUID;
import org.nostos.parties.AccountLanguages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresAccountLanguages implements AccountLanguages {

    private final JdbcClient jdbc;

    PostgresAccountLanguages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> ofCaller() {
        return jdbc.sql(
                        """
                        select language from nostos.account_language where account = nostos.caller_account()
                        order by recorded_at desc, id limit 1
                        """)
                .query(String.class)
                .optional();
    }

    @Override
    public void add(String language, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.account_language (id, account, language, act)
                        values (?, nostos.caller_account(), ?, ?)
                        """)
                .param(UUID.randomUUID())
                .param(language)
                .param(act)
                .update();
    }
}
