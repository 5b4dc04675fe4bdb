package org.nostos.postgres.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.basics.PartialDate.DateCalendar;
import org.nostos.basics.PartialDate.Precision;

/// The five columns in which a partial date of birth is kept.
final class BirthColumns {

    static final String NAMES =
            "birth_first, birth_last, birth_precision, birth_calendar, birth_text";

    private BirthColumns() {}

    static @Nullable PartialDate read(ResultSet row) throws SQLException {
        LocalDate first = row.getObject("birth_first", LocalDate.class);
        return first == null
                ? null
                : new PartialDate(
                        first,
                        row.getObject("birth_last", LocalDate.class),
                        Precision.valueOf(row.getString("birth_precision")),
                        DateCalendar.valueOf(row.getString("birth_calendar")),
                        row.getString("birth_text"));
    }
}
