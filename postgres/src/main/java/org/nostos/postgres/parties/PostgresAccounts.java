package org.nostos.postgres.parties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Role;
import org.nostos.parties.Account;
import org.nostos.parties.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresAccounts implements Accounts {

    private static final String SELECT =
            """
            select a.id, a.party, p.name as party_name, a.role, a.login, a.display_name,
                   exists (select from nostos.account_closed c where c.account = a.id) as closed
            from nostos.account a join nostos.party p on p.id = a.party
            """;

    private final JdbcClient jdbc;

    PostgresAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Account> all() {
        return jdbc.sql(SELECT + "where a.role <> 'ENGINE' order by p.name, a.login")
                .query(PostgresAccounts::account)
                .list();
    }

    @Override
    public Optional<Account> byId(UUID id) {
        return jdbc.sql(SELECT + "where a.id = ?")
                .param(id)
                .query(PostgresAccounts::account)
                .optional();
    }

    @Override
    public boolean loginIsTaken(String login) {
        return jdbc.sql("select exists (select from nostos.account where login = ?)")
                .param(login)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void add(Account account, UUID act) {
        jdbc.sql(
                        "insert into nostos.account (id, party, role, login, display_name, act)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .param(account.id())
                .param(account.party())
                .param(account.role().name())
                .param(account.login())
                .param(account.displayName())
                .param(act)
                .update();
    }

    @Override
    public void close(UUID account, UUID act) {
        jdbc.sql("insert into nostos.account_closed (account, act) values (?, ?)")
                .param(account)
                .param(act)
                .update();
    }

    @Override
    public void invite(UUID account, byte[] tokenHash, Duration lasts) {
        jdbc.sql("select nostos.invite(?, ?, make_interval(secs => ?))")
                .param(account)
                .param(tokenHash)
                .param((double) lasts.toSeconds())
                .query((row, number) -> true)
                .list();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getObject("party", UUID.class),
                row.getString("party_name"),
                Role.valueOf(row.getString("role")),
                row.getString("login"),
                row.getString("display_name"),
                row.getBoolean("closed"));
    }
}
