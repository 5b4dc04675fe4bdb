package org.nostos.postgres.journal.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nostos.journal.Entry;
import org.nostos.journal.Hash;
import org.nostos.journal.Seal;

/// Walks the stored journal in its order, as it was at one moment.
public final class Stored {

    private static final int FETCH = 5000;
    private static final String CHAIN =
            "select c.seq, c.entry as named, c.leaf, c.chain, "
                    + EntryRow.COLUMNS
                    + ","
                    + " w.entry is not null as pending,"
                    + " p.entry is null or sha256(p.salt || p.payload) = e.commitment as opens"
                    + " from nostos.journal_chain c"
                    + " left join nostos.journal_entry e on e.id = c.entry"
                    + " left join nostos.journal_payload p on p.entry = c.entry"
                    + " left join nostos.journal_pending w on w.entry = c.entry"
                    + " order by c.seq";
    private static final String SEALS =
            "select size, root, chain, sealed_at from nostos.journal_seal order by size";
    private static final String UNCHAINED =
            "select "
                    + EntryRow.COLUMNS
                    + ", w.entry is not null as pending,"
                    + " p.entry is null or sha256(p.salt || p.payload) = e.commitment as opens"
                    + " from nostos.journal_entry e"
                    + " left join nostos.journal_payload p on p.entry = e.id"
                    + " left join nostos.journal_pending w on w.entry = e.id"
                    + " where not exists (select from nostos.journal_chain c where c.entry = e.id)"
                    + " order by e.recorded_at, e.id";

    /// An entry's row with what the tables beside it say of it.
    ///
    /// @param entry null when there is none, or none that the journal could have written
    /// @param pending whether it waits to be chained
    /// @param opens whether its commitment is to its payload, or the payload is erased
    public record Row(UUID id, @Nullable Entry entry, boolean pending, boolean opens) {}

    /// Who looks at the journal on the way. A visit that returns false ends the walk.
    public interface Visitor {

        /// How many entries are chained, before the first of them.
        default void begins(long entries) {}

        /// The next chained entry.
        boolean chained(long number, Hash leaf, Hash link, Row row) throws IOException;

        /// A seal, after the entry with the number of its size.
        boolean seal(Seal seal) throws IOException;

        /// An entry that is not chained, after all that are.
        boolean unchained(Row row) throws IOException;
    }

    private Stored() {}

    public static void walk(DataSource source, Visitor visitor) throws SQLException, IOException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                visitor.begins(size(connection));
                if (walkChain(connection, visitor)) {
                    walkUnchained(connection, visitor);
                }
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
            }
        }
    }

    private static boolean walkChain(Connection connection, Visitor visitor)
            throws SQLException, IOException {
        try (PreparedStatement chainQuery = fetching(connection, CHAIN);
                PreparedStatement sealQuery = fetching(connection, SEALS);
                ResultSet chain = chainQuery.executeQuery();
                ResultSet seals = sealQuery.executeQuery()) {
            Seal next = nextSeal(seals);
            while (chain.next()) {
                long number = chain.getLong("seq");
                if (!visitor.chained(
                        number, hash(chain, "leaf"), hash(chain, "chain"), row(chain))) {
                    return false;
                }
                while (next != null && next.size() <= number) {
                    if (!visitor.seal(next)) {
                        return false;
                    }
                    next = nextSeal(seals);
                }
            }
            return next == null || visitor.seal(next);
        }
    }

    private static long size(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "select coalesce(max(seq), 0) from nostos.journal_chain");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void walkUnchained(Connection connection, Visitor visitor)
            throws SQLException, IOException {
        try (PreparedStatement query = fetching(connection, UNCHAINED);
                ResultSet rows = query.executeQuery()) {
            boolean more = true;
            while (more && rows.next()) {
                more = visitor.unchained(row(rows, "id"));
            }
        }
    }

    private static PreparedStatement fetching(Connection connection, String sql)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        return statement;
    }

    private static Row row(ResultSet chain) throws SQLException {
        return row(chain, "named");
    }

    private static Row row(ResultSet rows, String idColumn) throws SQLException {
        return new Row(
                rows.getObject(idColumn, UUID.class),
                entry(rows),
                rows.getBoolean("pending"),
                rows.getBoolean("opens"));
    }

    private static @Nullable Entry entry(ResultSet rows) throws SQLException {
        if (rows.getObject("id") == null) {
            return null;
        }
        try {
            return EntryRow.read(rows);
        } catch (IllegalArgumentException e) {
            return null; // nothing the journal writes: the caller says which entry it is
        }
    }

    private static @Nullable Seal nextSeal(ResultSet seals) throws SQLException {
        return seals.next()
                ? new Seal(
                        seals.getLong("size"),
                        hash(seals, "root"),
                        hash(seals, "chain"),
                        EntryRow.instant(seals, "sealed_at"))
                : null;
    }

    private static Hash hash(ResultSet rows, String column) throws SQLException {
        return Hash.of(rows.getBytes(column));
    }
}
