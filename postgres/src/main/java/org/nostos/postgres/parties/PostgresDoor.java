package org.nostos.postgres.parties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.nostos.basics.Actor;
import org.nostos.basics.Role;
import org.nostos.parties.Door;
import org.nostos.parties.PartyKind;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The door over its own pool and role; each call is a statement of its own, committed at once.
@Repository
class PostgresDoor implements Door {

    private final JdbcClient jdbc;

    PostgresDoor(@Qualifier("door") DataSource door) {
        this.jdbc = JdbcClient.create(door);
    }

    @Override
    public Optional<Credentials> credentials(String login) {
        return jdbc.sql("select * from nostos.door_credentials(?)")
                .param(login)
                .query(PostgresDoor::credentials)
                .optional();
    }

    @Override
    public Failures failures(String login, String address) {
        return jdbc.sql("select of_login, of_address from nostos.door_failures(?, ?)")
                .param(login)
                .param(address)
                .query((row, number) -> new Failures(row.getLong(1), row.getLong(2)))
                .single();
    }

    @Override
    public void noteAttempt(String login, String address, boolean succeeded) {
        jdbc.sql("select nostos.door_note_attempt(?, ?, ?)")
                .param(login)
                .param(address)
                .param(succeeded)
                .query((row, number) -> true)
                .list();
    }

    @Override
    public UUID openSession(UUID account, byte[] secretHash, Duration lasts) {
        return jdbc.sql("select nostos.door_open_session(?, ?, make_interval(secs => ?))")
                .param(account)
                .param(secretHash)
                .param((double) lasts.toSeconds())
                .query(UUID.class)
                .single();
    }

    @Override
    public void endSession(UUID session) {
        jdbc.sql("select nostos.door_end_session(?)")
                .param(session)
                .query((row, number) -> true)
                .list();
    }

    @Override
    public Optional<Credentials> engine() {
        return jdbc.sql("select * from nostos.door_engine()")
                .query(PostgresDoor::credentials)
                .optional();
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select nostos.door_is_empty()").query(Boolean.class).single();
    }

    @Override
    public void inviteFirst(byte[] tokenHash, Duration lasts) {
        jdbc.sql("select nostos.door_invite_first(?, make_interval(secs => ?))")
                .param(tokenHash)
                .param((double) lasts.toSeconds())
                .query((row, number) -> true)
                .list();
    }

    @Override
    public Optional<Invitation> invitation(byte[] tokenHash) {
        return jdbc.sql("select purpose, login from nostos.door_invitation(?)")
                .param(tokenHash)
                .query((row, number) ->
                        new Invitation(row.getString(1).equals("FIRST"), row.getString(2)))
                .optional();
    }

    @Override
    public void found(
            byte[] tokenHash,
            String committee,
            String login,
            String displayName,
            String passwordHash) {
        try {
            jdbc.sql("select nostos.door_found(?, ?, ?, ?, ?)")
                    .param(tokenHash)
                    .param(committee)
                    .param(login)
                    .param(displayName)
                    .param(passwordHash)
                    .query(UUID.class)
                    .single();
        } catch (DataAccessException e) {
            throw new IllegalStateException("this invitation is not open", e);
        }
    }

    @Override
    public boolean acceptInvitation(byte[] tokenHash, String passwordHash) {
        return jdbc.sql("select nostos.door_accept_invitation(?, ?)")
                .param(tokenHash)
                .param(passwordHash)
                .query(Boolean.class)
                .single();
    }

    private static Credentials credentials(ResultSet row, int number) throws SQLException {
        return new Credentials(
                new Actor(
                        row.getObject("account", UUID.class),
                        row.getObject("party", UUID.class),
                        Role.valueOf(row.getString("role"))),
                PartyKind.valueOf(row.getString("party_kind")),
                row.getString("party_name"),
                row.getString("display_name"),
                row.getString("hash"));
    }
}
