package org.nostos.postgres.journal.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.nostos.journal.Entry;
import org.nostos.journal.Frontier;
import org.nostos.journal.Hash;
import org.nostos.journal.JournalHead;
import org.nostos.journal.Seal;

/// Chains the next pending entries and seals them, within the caller's transaction.
///
/// The order is that of time and id among the entries seen committed. The statements work on arrays,
/// so a batch costs a handful of round trips whatever its size.
public final class Batch {

    /// The most entries of one batch.
    public static final int MOST = 5000;

    private static final long LOCK = 0x6e6f73746f73L; // one number for all instances: "nostos"

    private static final String PENDING =
            "select "
                    + EntryRow.COLUMNS
                    + " from nostos.journal_pending p"
                    + " join nostos.journal_entry e on e.id = p.entry"
                    + " order by e.recorded_at, e.id limit "
                    + MOST;
    private static final String LAST_SEAL =
            "select size, chain, frontier from nostos.journal_seal order by size desc limit 1";
    private static final String CHAIN =
            "insert into nostos.journal_chain (seq, entry, leaf, chain)"
                    + " select * from unnest(?::bigint[], ?::uuid[], ?::bytea[], ?::bytea[])";
    private static final String STRIKE =
            "delete from nostos.journal_pending where entry = any (?::uuid[])";
    private static final String SEAL =
            "insert into nostos.journal_seal (size, root, chain, frontier, sealed_at)"
                    + " values (?, ?, ?, ?, ?)";

    private Batch() {}

    /// Chains up to [#MOST] entries.
    ///
    /// @return how many; none when nothing is pending or another sequencer holds the lock
    public static int chain(Connection connection) throws SQLException {
        if (!isAlone(connection)) {
            return 0;
        }
        List<Entry> pending = pending(connection);
        if (!pending.isEmpty()) {
            JournalHead head = head(connection);
            append(connection, head, pending);
            seal(connection, head);
        }
        return pending.size();
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
            r.next();
            return r.getBoolean(1);
        }
    }

    private static List<Entry> pending(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement s = connection.prepareStatement(PENDING);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                entries.add(EntryRow.read(r));
            }
        }
        return entries;
    }

    private static JournalHead head(Connection connection) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(LAST_SEAL);
                ResultSet r = s.executeQuery()) {
            if (!r.next()) {
                return JournalHead.empty();
            }
            Frontier frontier = Frontier.parse(r.getLong("size"), r.getBytes("frontier"));
            return JournalHead.resume(Hash.of(r.getBytes("chain")), frontier);
        }
    }

    private static void append(Connection connection, JournalHead head, List<Entry> entries)
            throws SQLException {
        Object[] numbers = new Object[entries.size()];
        Object[] ids = new Object[entries.size()];
        byte[][] leaves = new byte[entries.size()][];
        byte[][] links = new byte[entries.size()][];
        for (int i = 0; i < entries.size(); i++) {
            Hash leaf = entries.get(i).leaf();
            links[i] = head.append(leaf).bytes();
            leaves[i] = leaf.bytes();
            numbers[i] = head.size();
            ids[i] = entries.get(i).id();
        }
        try (PreparedStatement s = connection.prepareStatement(CHAIN)) {
            s.setArray(1, connection.createArrayOf("bigint", numbers));
            s.setArray(2, connection.createArrayOf("uuid", ids));
            s.setArray(3, connection.createArrayOf("bytea", leaves));
            s.setArray(4, connection.createArrayOf("bytea", links));
            s.executeUpdate();
        }
        strike(connection, ids);
    }

    private static void strike(Connection connection, Object[] ids) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(STRIKE)) {
            s.setArray(1, connection.createArrayOf("uuid", ids));
            int struck = s.executeUpdate();
            if (struck != ids.length) {
                throw new IllegalStateException(
                        "chained " + ids.length + " entries of which " + struck + " were pending");
            }
        }
    }

    private static void seal(Connection connection, JournalHead head) throws SQLException {
        Seal seal = head.seal(Instant.now().truncatedTo(ChronoUnit.MICROS));
        try (PreparedStatement s = connection.prepareStatement(SEAL)) {
            s.setLong(1, seal.size());
            s.setBytes(2, seal.root().bytes());
            s.setBytes(3, seal.chain().bytes());
            s.setBytes(4, head.frontier());
            s.setObject(5, EntryRow.time(seal.sealedAt()));
            s.executeUpdate();
        }
    }
}
