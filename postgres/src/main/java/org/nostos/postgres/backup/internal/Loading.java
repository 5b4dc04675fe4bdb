package org.nostos.postgres.backup.internal;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.postgres.backup.BackupRefused;
import org.nostos.postgres.backup.Progress;
import org.nostos.postgres.backup.Restore.Restored;
import org.nostos.postgres.backup.internal.Tables.Table;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Fills the tables of a fresh schema from the entries of an archive, in the connection's transaction.
///
/// Triggers stand still and foreign keys are away meanwhile, since rows come table by table; the keys
/// are made again before the end, which checks every row of them.
public final class Loading {

    private static final int PIECE = 1 << 16;

    /// A foreign key, and the statement that makes it again.
    private record Key(String table, String name, String definition) {}

    private final Connection con;
    private final Progress progress;
    private final Map<String, Table> tables;
    private final List<Key> keys = new ArrayList<>();
    private final SortedMap<String, Tally> loaded = new TreeMap<>();
    private @Nullable String open;
    private @Nullable CopyIn copy;
    private @Nullable SortedMap<String, String> sequences;
    private @Nullable SortedMap<String, String> manifest;
    private long rows;

    public Loading(Connection con, Progress progress) throws SQLException {
        this.con = con;
        this.progress = progress;
        this.tables =
                Tables.of(con).stream().collect(Collectors.toMap(Table::name, table -> table));
    }

    public void prepare() throws SQLException {
        Tables.readPlainly(con);
        readKeys();
        for (Key key : keys) {
            run("alter table " + key.table + " drop constraint " + key.name);
        }
        for (Table table : tables.values()) {
            run("alter table " + table.quoted() + " disable trigger user");
        }
        run(
                "truncate "
                        + tables.values().stream()
                                .map(Table::quoted)
                                .collect(Collectors.joining(", ")));
    }

    /// Takes one entry of the archive.
    public void take(String name, InputStream content) throws IOException, SQLException {
        if (name.equals(Entries.SEQUENCES)) {
            endTable();
            sequences = Entries.parse(content.readAllBytes());
        } else if (name.equals(Entries.MANIFEST)) {
            endTable();
            manifest = Entries.parse(content.readAllBytes());
        } else if (name.startsWith("tables/") && name.indexOf('/', 7) > 0) {
            part(name.substring(7, name.indexOf('/', 7)), content);
        } else {
            throw new BackupRefused("the backup holds something that is no part of one");
        }
    }

    /// Compares every table with the manifest and puts keys, triggers and sequences back.
    public Restored finish() throws IOException, SQLException {
        if (manifest == null || sequences == null) {
            throw new BackupRefused("the backup was cut off; nothing was restored");
        }
        if (!manifest.keySet().equals(tables.keySet())) {
            throw new BackupRefused("the backup does not hold the tables that its schema has");
        }
        for (Map.Entry<String, String> said : manifest.entrySet()) {
            compare(said.getKey(), said.getValue());
        }
        for (Key key : keys) {
            run("alter table " + key.table + " add constraint " + key.name + " " + key.definition);
        }
        for (Table table : tables.values()) {
            run("alter table " + table.quoted() + " enable trigger user");
        }
        for (Map.Entry<String, String> sequence : sequences.entrySet()) {
            stand(sequence.getKey(), sequence.getValue());
        }
        return new Restored(manifest.size(), rows);
    }

    private void part(String table, InputStream content) throws IOException, SQLException {
        if (!table.equals(open)) {
            endTable();
            begin(table);
        }
        Tally tally = loaded.get(table);
        CopyIn in = copy;
        if (tally == null || in == null) {
            throw new IllegalStateException("no table is open: " + table);
        }
        byte[] piece = new byte[PIECE];
        for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
            tally.write(piece, 0, n);
            in.writeToCopy(piece, 0, n);
        }
        progress.reached(rows + tally.rows(), 0);
    }

    private void begin(String name) throws IOException, SQLException {
        Table table = tables.get(name);
        if (table == null || loaded.containsKey(name)) {
            throw new BackupRefused("the backup holds a table that its schema has not, or twice");
        }
        loaded.put(name, new Tally());
        copy = con.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyIn());
        open = name;
    }

    private void endTable() throws SQLException {
        if (copy != null && open != null) {
            copy.endCopy();
            Tally tally = loaded.get(open);
            rows += tally == null ? 0 : tally.rows();
        }
        copy = null;
        open = null;
    }

    /// Read out again, a table gives the bytes that the manifest was made of.
    private void compare(String name, String said) throws IOException, SQLException {
        Table table = tables.get(name);
        if (table == null) {
            throw new BackupRefused("the backup holds a table that its schema has not");
        }
        Tally now = new Tally();
        con.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), now);
        Tally.Held held = now.held();
        if (!said.equals(held.rows() + "\t" + held.sha256())) {
            throw new BackupRefused(
                    "the table " + name + " did not come back as it was; nothing was restored");
        }
    }

    private void readKeys() throws SQLException {
        try (Statement s = con.createStatement();
                ResultSet r =
                        s.executeQuery(
                                """
                                select conrelid::regclass::text, quote_ident(conname),
                                       pg_get_constraintdef(oid)
                                from pg_constraint
                                where connamespace = 'nostos'::regnamespace and contype = 'f'
                                  and conparentid = 0
                                order by 1, 2
                                """)) {
            while (r.next()) {
                keys.add(new Key(r.getString(1), r.getString(2), r.getString(3)));
            }
        }
    }

    private void stand(String sequence, String said) throws SQLException {
        String[] parts = said.split("\t", -1);
        try (PreparedStatement s =
                con.prepareStatement(
                        "select setval(('nostos.' || quote_ident(?))::regclass, ?, ?)")) {
            s.setString(1, sequence);
            s.setLong(2, Long.parseLong(parts[0]));
            s.setBoolean(3, Boolean.parseBoolean(parts[1]));
            s.execute();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement s = con.createStatement()) {
            s.execute(sql);
        }
    }
}
