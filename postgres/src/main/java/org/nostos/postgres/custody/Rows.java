package org.nostos.postgres.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.nostos.basics.Stamp;

/// What the stores of custody read and write alike.
final class Rows {

    private Rows() {}

    /// The stamp of a row whose person is, by now, the one in `now_of`.
    static Stamp stamp(ResultSet row) throws SQLException {
        return new Stamp(
                row.getObject("id", UUID.class),
                row.getObject("now_of", UUID.class),
                row.getObject("happened_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("account", UUID.class),
                row.getString("display_name"));
    }

    static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
