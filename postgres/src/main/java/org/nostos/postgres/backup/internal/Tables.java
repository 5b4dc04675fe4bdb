package org.nostos.postgres.backup.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nostos.postgres.backup.Title.Migration;

/// What the schema holds: its tables with their columns, its sequences, the migrations that made it.
///
/// Names come from the database's own catalogue and are quoted by it.
public final class Tables {

    /// A table and, quoted and in order, the columns that hold values of their own.
    public record Table(String name, String quoted, String columns) {

        public String copyOut() {
            return "copy " + quoted + " (" + columns + ") to stdout";
        }

        public String copyIn() {
            return "copy " + quoted + " (" + columns + ") from stdin";
        }
    }

    /// The migrations' own book, which the migrations write.
    private static final String HISTORY = "flyway_schema_history";

    private static final String TABLES =
            """
            select c.relname, c.oid::regclass::text,
                   string_agg(quote_ident(a.attname), ', ' order by a.attnum)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'nostos'::regnamespace and c.relkind = 'r'
              and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              and c.relname <> 'flyway_schema_history'
            group by c.oid, c.relname order by c.relname
            """;
    private static final String SEQUENCES =
            """
            select c.relname, c.oid::regclass::text from pg_class c
            where c.relnamespace = 'nostos'::regnamespace and c.relkind = 'S' order by c.relname
            """;

    /// Read so, the same rows give the same bytes on every machine, and none is hidden from the reader.
    private static final String PLAINLY =
            """
            set local row_security = off;
            set local synchronize_seqscans = off;
            set local timezone = 'UTC';
            set local datestyle = 'ISO, YMD';
            set local intervalstyle = 'iso_8601';
            set local bytea_output = 'hex';
            set local extra_float_digits = 1
            """;

    private Tables() {}

    /// Makes the running transaction read plainly to its end.
    public static void readPlainly(Connection con) throws SQLException {
        try (Statement s = con.createStatement()) {
            s.execute(PLAINLY);
        }
    }

    public static List<Table> of(Connection con) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement s = con.createStatement();
                ResultSet r = s.executeQuery(TABLES)) {
            while (r.next()) {
                tables.add(new Table(r.getString(1), r.getString(2), r.getString(3)));
            }
        }
        return tables;
    }

    /// About how many rows there are in all, as the planner last counted them.
    public static long estimate(Connection con) throws SQLException {
        try (Statement s = con.createStatement();
                ResultSet r =
                        s.executeQuery(
                                "select coalesce(sum(greatest(reltuples, 0)), 0)::bigint from pg_class"
                                        + " where relnamespace = 'nostos'::regnamespace and relkind = 'r'")) {
            r.next();
            return r.getLong(1);
        }
    }

    /// Each sequence with where it stands: `last value`, a tab, whether it was given out.
    public static SortedMap<String, String> sequences(Connection con) throws SQLException {
        SortedMap<String, String> quoted = new TreeMap<>();
        try (Statement s = con.createStatement();
                ResultSet r = s.executeQuery(SEQUENCES)) {
            while (r.next()) {
                quoted.put(r.getString(1), r.getString(2));
            }
        }
        SortedMap<String, String> standing = new TreeMap<>();
        for (String name : quoted.keySet()) {
            try (Statement s = con.createStatement();
                    ResultSet r =
                            s.executeQuery(
                                    "select last_value, is_called from " + quoted.get(name))) {
                r.next();
                standing.put(name, r.getLong(1) + "\t" + r.getBoolean(2));
            }
        }
        return standing;
    }

    public static List<Migration> migrations(Connection con) throws SQLException {
        List<Migration> all = new ArrayList<>();
        try (Statement s = con.createStatement();
                ResultSet r =
                        s.executeQuery(
                                "select version, checksum from "
                                        + HISTORY
                                        + " where success and version is not null"
                                        + " order by string_to_array(version, '.')::int[]")) {
            while (r.next()) {
                all.add(new Migration(r.getString(1), r.getInt(2)));
            }
        }
        return all;
    }
}
