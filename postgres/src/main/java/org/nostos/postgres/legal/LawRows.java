package org.nostos.postgres.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;

/// What the tables of the law of a case have in common.
final class LawRows {

    /// Joins the name under which an event `e` was signed: the account's, or its party's to those who
    /// may not know the account; and where a split has put it by now.
    static final String SIGNED =
            """
            left join nostos.account a on a.id = e.account
            left join nostos.party p on p.id = e.party
            left join nostos.placement_now l on l.what = e.id and l.room = 'legal'
            """;

    /// The name that [#SIGNED] found.
    static final String BY = "coalesce(a.display_name, p.name, '') as signed_by";

    /// The events `e` of somebody who is known under `:ids`, wherever a split has put them.
    static final String OF_PERSONS =
            """
            where (e.person = any (:ids) or e.id = any (array(select nostos.placed_on('legal', :ids))))
              and coalesce(l.person, e.person) = any (:ids)
            order by e.recorded_at, e.id
            """;

    /// Whom an event `e` is about by now, wherever a split has put it.
    static final String OF = "coalesce(l.person, e.person) as person, ";

    private LawRows() {}

    static UUID[] ids(Collection<UUID> persons) {
        return persons.toArray(new UUID[0]);
    }

    static Stamp stamp(ResultSet row) throws SQLException {
        return new Stamp(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("happened_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("account", UUID.class),
                row.getString("signed_by"));
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable StateCode state(ResultSet row, String column) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : new StateCode(code);
    }
}
