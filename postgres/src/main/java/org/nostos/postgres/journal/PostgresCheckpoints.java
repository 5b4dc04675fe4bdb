package org.nostos.postgres.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.journal.Checkpoint;
import org.nostos.journal.Checkpoints;
import org.nostos.journal.JournalKeys;
import org.nostos.journal.JournalPages;
import org.nostos.journal.Seal;
import org.nostos.parties.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Checkpoints over the caller's own transaction: row-level security decides who sees whose.
@Component
@Transactional
class PostgresCheckpoints implements Checkpoints {

    private static final String ALL =
            "select id, account, party, recorded_at, text from nostos.checkpoint_taken";

    private final JdbcClient jdbc;
    private final Acts acts;
    private final JournalPages journal;
    private final JournalKeys keys;

    PostgresCheckpoints(JdbcClient jdbc, Acts acts, JournalPages journal, JournalKeys keys) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.journal = journal;
        this.keys = keys;
    }

    @Override
    public Optional<UUID> take() {
        Seal seal = journal.state().seal();
        if (seal == null) {
            return Optional.empty();
        }
        Caller caller = Caller.required();
        UUID id = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of(
                                "house.checkpoint-taken",
                                Purpose.MONITORING,
                                Map.of("checkpoint", id, "size", seal.size())));
        jdbc.sql(
                        """
                        insert into nostos.checkpoint_taken (id, account, party, size, text, act)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(caller.account())
                .param(caller.party())
                .param(seal.size())
                .param(keys.sign(seal).toString())
                .param(act)
                .update();
        return Optional.of(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Taken> newest(int most) {
        return jdbc.sql(ALL + " order by recorded_at desc, id limit ?")
                .param(most)
                .query(PostgresCheckpoints::taken)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Taken> find(UUID id) {
        return jdbc.sql(ALL + " where id = ?")
                .param(id)
                .query(PostgresCheckpoints::taken)
                .optional();
    }

    @Override
    public String publicKey() {
        return keys.publicText();
    }

    @Override
    public boolean signed(Checkpoint checkpoint) {
        return checkpoint.isSignedBy(keys.publicKey());
    }

    private static Taken taken(ResultSet row, int number) throws SQLException {
        return new Taken(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getObject("party", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Checkpoint.parse(row.getString("text")));
    }
}
