package org.nostos.postgres.transfers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;

/// Values of columns, as the room knows them.
final class Columns {

    /// The name under which an event `e` was signed: the account's, or its party's to those who may not
    /// know the account.
    static final String SIGNED =
            """
            left join nostos.account a on a.id = e.account
            left join nostos.party p on p.id = e.party
            """;

    /// The name that [#SIGNED] found.
    static final String BY = "coalesce(a.display_name, p.name, '') as signed_by";

    private Columns() {}

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime moment(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable StateCode stateOrNull(ResultSet row, String column) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : new StateCode(code);
    }

    static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(new UUID[0]);
    }
}
