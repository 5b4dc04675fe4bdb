package org.nostos.linkage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.PartialDate;
import org.nostos.linkage.internal.Column;

/// Records as columns: for each role the values of every row, kept once however often they occur.
///
/// Rows are numbered from 0 in the order in which they were added. Immutable once built, so any
/// number of threads may read it. A role may have several values in a row; an empty value is none.
public final class RecordTable {
    private final List<String> ids;
    private final Map<String, Integer> rows;
    private final Map<FieldRole, Column> columns;

    private RecordTable(
            List<String> ids, Map<String, Integer> rows, Map<FieldRole, Column> columns) {
        this.ids = ids;
        this.rows = rows;
        this.columns = columns;
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return ids.size();
    }

    public String id(int row) {
        return ids.get(row);
    }

    /// The row of a record, or -1 when there is none with this id.
    public int row(String id) {
        return rows.getOrDefault(id, -1);
    }

    /// The roles that at least one record has a value for.
    public Set<FieldRole> roles() {
        return columns.isEmpty() ? Set.of() : EnumSet.copyOf(columns.keySet());
    }

    /// The values of a row in a role, in the order in which they were given.
    public List<String> values(int row, FieldRole role) {
        Column column = columns.get(role);
        return column == null ? List.of() : column.values(row);
    }

    /// The column behind a role, for the engine alone, or null when no record has a value.
    public @Nullable Column column(FieldRole role) {
        return columns.get(role);
    }

    /// A date in the form that a table takes: `yyyy-mm-dd` for a day, `first/last` for an interval.
    public static String text(PartialDate date) {
        return date.first().equals(date.last())
                ? date.first().toString()
                : date.first() + "/" + date.last();
    }

    /// Collects the rows of a table. Not for several threads.
    public static final class Builder {
        private final List<String> ids = new ArrayList<>();
        private final Map<String, Integer> rows = new HashMap<>();
        private final Map<FieldRole, Column.Builder> columns = new EnumMap<>(FieldRole.class);

        private Builder() {}

        /// Adds a record. Birth dates are `yyyy`, `yyyy-mm`, `yyyy-mm-dd` or `first/last`; what is none
        /// of these is kept and shown, and compared with nothing.
        ///
        /// @throws IllegalArgumentException if a record with this id is there already
        public Builder add(String id, Map<FieldRole, List<String>> values) {
            int row = ids.size();
            if (rows.putIfAbsent(id, row) != null) {
                throw new IllegalArgumentException("two records have one id");
            }
            ids.add(id);
            values.forEach((role, texts) ->
                    columns.computeIfAbsent(role, any -> new Column.Builder()).add(row, texts));
            return this;
        }

        /// Adds every record of another table.
        public Builder addAll(RecordTable other) {
            for (int row = 0; row < other.size(); row++) {
                Map<FieldRole, List<String>> values = new EnumMap<>(FieldRole.class);
                for (FieldRole role : other.columns.keySet()) {
                    values.put(role, other.values(row, role));
                }
                add(other.id(row), values);
            }
            return this;
        }

        public int size() {
            return ids.size();
        }

        public boolean contains(String id) {
            return rows.containsKey(id);
        }

        public RecordTable build() {
            Map<FieldRole, Column> built = new EnumMap<>(FieldRole.class);
            columns.forEach((role, column) -> {
                Column done = column.build(ids.size());
                if (!done.isEmpty()) {
                    built.put(role, done);
                }
            });
            return new RecordTable(List.copyOf(ids), Map.copyOf(rows), built);
        }
    }
}
