package org.nostos.postgres.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.nostos.journal.Entry;
import org.nostos.journal.Hash;

/// An entry as a row of a query that calls the entries `e`.
public final class EntryRow {

    public static final String COLUMNS =
            "e.id, e.recorded_at, e.actor, e.role, e.party, e.kind, e.purpose, e.document,"
                    + " e.commitment";

    private EntryRow() {}

    /// The entry of the current row.
    ///
    /// @throws IllegalArgumentException when the row is none that the journal could have written
    public static Entry read(ResultSet row) throws SQLException {
        byte[] document = row.getBytes("document");
        return new Entry(
                row.getObject("id", UUID.class),
                instant(row, "recorded_at"),
                row.getObject("actor", UUID.class),
                row.getString("role"),
                row.getObject("party", UUID.class),
                row.getString("kind"),
                row.getString("purpose"),
                document == null ? null : Hash.of(document),
                Hash.of(row.getBytes("commitment")));
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
