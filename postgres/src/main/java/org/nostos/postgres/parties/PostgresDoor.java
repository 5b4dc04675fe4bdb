package org.nostos.postgres.parties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Actor;
import org.nostos.basics.Role;
import org.nostos.parties.Door;
import org.nostos.parties.PartyKind;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.SqlParameterValue;
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
    public Attempt attempt(byte[] loginHash, byte[] addressHash) {
        return jdbc.sql(
                        "select attempt, extract(epoch from wait) as seconds"
                                + " from nostos.door_attempt(?, ?)")
                .param(loginHash)
                .param(addressHash)
                .query((row, number) ->
                        new Attempt(
                                row.getObject("attempt", UUID.class),
                                Duration.ofMillis((long) (row.getDouble("seconds") * 1000))))
                .single();
    }

    @Override
    public void settle(UUID attempt, Settled how) {
        jdbc.sql("select nostos.door_settle_attempt(?, ?)")
                .param(attempt)
                .param(how.name())
                .query((row, number) -> true)
                .list();
    }

    @Override
    public UUID openSession(NewSession session) {
        return jdbc.sql(
                        "select nostos.door_open_session(?, ?, make_interval(secs => ?),"
                                + " make_interval(secs => ?), ?, ?)")
                .param(session.account())
                .param(session.secretHash())
                .param((double) session.lasts().toSeconds())
                .param(new SqlParameterValue(Types.DOUBLE, seconds(session.idle())))
                .param(session.device())
                .param(new SqlParameterValue(Types.BINARY, session.sealedAddress()))
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
    public boolean seen(UUID session, boolean active) {
        return jdbc.sql("select nostos.door_seen(?, ?)")
                .param(session)
                .param(active)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<SecondFactor> secondFactor(UUID account) {
        return jdbc.sql("select sealed, last_step from nostos.door_second_factor(?)")
                .param(account)
                .query((row, number) -> new SecondFactor(row.getBytes(1), row.getLong(2)))
                .optional();
    }

    @Override
    public boolean useStep(UUID account, long step) {
        return jdbc.sql("select nostos.door_use_step(?, ?)")
                .param(account)
                .param(step)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean enrol(UUID account, byte[] sealed, long step, List<String> recoveryHashes) {
        return jdbc.sql("select nostos.door_enrol(?, ?, ?, ?)")
                .param(account)
                .param(sealed)
                .param(step)
                .param(recoveryHashes.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void renewRecoveryCodes(UUID account, List<String> recoveryHashes) {
        jdbc.sql("select nostos.door_renew_recovery_codes(?, ?)")
                .param(account)
                .param(recoveryHashes.toArray(String[]::new))
                .query((row, number) -> true)
                .list();
    }

    @Override
    public List<String> recoveryCodes(UUID account) {
        return jdbc.sql("select hash from nostos.door_recovery_codes(?)")
                .param(account)
                .query(String.class)
                .list();
    }

    @Override
    public boolean useRecoveryCode(UUID account, String hash) {
        return jdbc.sql("select nostos.door_use_recovery_code(?, ?)")
                .param(account)
                .param(hash)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Reset> tellResets(UUID account) {
        return jdbc.sql("select at, who, why from nostos.door_tell_resets(?)")
                .param(account)
                .query((row, number) ->
                        new Reset(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3)))
                .list();
    }

    @Override
    public Optional<Credentials> providerAccount(String issuer, String subject) {
        return jdbc.sql("select * from nostos.door_provider_account(?, ?)")
                .param(issuer)
                .param(subject)
                .query(PostgresDoor::credentials)
                .optional();
    }

    @Override
    public boolean bindProvider(byte[] tokenHash, String issuer, String subject) {
        return jdbc.sql("select nostos.door_bind_provider(?, ?, ?)")
                .param(tokenHash)
                .param(issuer)
                .param(subject)
                .query(Boolean.class)
                .single();
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
                        new Invitation(
                                Invitation.Opens.valueOf(row.getString(1)), row.getString(2)))
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

    private static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : (double) duration.toSeconds();
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
