package org.nostos.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.nostos.journal.Verdict;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.Installation;
import org.nostos.postgres.Secrets;
import org.nostos.postgres.journal.JournalSequencer;
import org.nostos.postgres.journal.JournalTool;
import org.nostos.postgres.journal.StoredJournal;
import org.nostos.postgres.server.EmbeddedServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writers on a server of their own: each adds facts as one party's reviewer, transaction by
/// transaction, the way the stores do.
final class JournalWriters implements AutoCloseable {

    /// What a transaction does beside entering.
    enum Work {
        FACT("the fact alone"),
        APPENDED("the fact and its entry"),
        HELD("the same, held by the database");

        private final String text;

        Work(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private static final byte[] SECRET = new byte[32];
    private static final UUID SESSION = new UUID(1, 1);
    private static final String TABLES =
            """
            set session_replication_role = replica;
            insert into nostos.party (id, kind, name, act)
                values ('00000000-0000-0002-0000-000000000002', 'COORDINATING_COMMITTEE', 'Juniper Committee', gen_random_uuid());
            insert into nostos.account (id, party, role, login, display_name, act)
                select gen_random_uuid(), id, 'IDENTITY_REVIEWER', 'juniper', 'Juniper Linden', gen_random_uuid()
                from nostos.party;
            insert into nostos.session (id, account, secret_hash, expires_at)
                select '00000000-0000-0001-0000-000000000001', id, sha256(decode(repeat('00', 32), 'hex')),
                       'infinity' from nostos.account;
            create table nostos.bench_fact (
                id uuid primary key, party uuid not null, subject uuid not null, said text not null,
                held_from date not null, recorded_at timestamptz not null default clock_timestamp());
            create index on nostos.bench_fact (subject, recorded_at);
            create table nostos.bench_held (like nostos.bench_fact including all,
                act uuid not null references nostos.journal_entry (id));
            alter table nostos.bench_fact enable row level security;
            alter table nostos.bench_held enable row level security;
            create policy bench_add on nostos.bench_fact for insert to nostos_app
                with check (party = (select nostos.caller_party()));
            create policy bench_add on nostos.bench_held for insert to nostos_app
                with check (party = (select nostos.caller_party()));
            create trigger act_now after insert on nostos.bench_held referencing new table as added
                for each statement execute function nostos.require_act();
            create policy bench_read on nostos.bench_fact for select to nostos_app
                using (party = (select nostos.caller_party()));
            grant select, insert on nostos.bench_fact, nostos.bench_held to nostos_app;
            set session_replication_role = origin
            """;
    private static final String ROWS =
            " select gen_random_uuid(), '00000000-0000-0002-0000-000000000002', gen_random_uuid(),"
                    + " 'the same person, seen in two camps', date '2026-03-01'";

    private static final String READ =
            "select id, said, held_from, recorded_at from nostos.bench_fact where subject = ?"
                    + " order by recorded_at desc";

    private final EmbeddedServer server;
    private final DatabaseAccess access;
    private final JournalSequencer sequencer;
    private final List<Connection> connections = new ArrayList<>();
    private final int reads;
    private final int rows;
    private long acknowledged;

    private JournalWriters(EmbeddedServer server, DatabaseAccess access, int reads, int rows) {
        this.server = server;
        this.access = access;
        this.reads = reads;
        this.rows = rows;
        this.sequencer = new JournalSequencer(journal());
    }

    /// @param reads how often a transaction looks something up before it adds its rows
    static JournalWriters open(Path data, int writers, int reads, int rows) throws SQLException {
        EmbeddedServer server = EmbeddedServer.start(data);
        DatabaseAccess access =
                new Installation(server::jdbcUrl, server.superuser(), server.password())
                        .install("nostos", "postgres", new Secrets(data.resolve("secrets")));
        JdbcClient.create(
                        JournalTool.connections(
                                access.url(), server.superuser(), server.password()))
                .sql(TABLES)
                .update();
        JournalWriters all = new JournalWriters(server, access, reads, rows);
        for (int i = 0; i < writers; i++) {
            Connection connection = all.app().getConnection();
            connection.setAutoCommit(false);
            all.connections.add(connection);
        }
        all.sequencer.start();
        return all;
    }

    private DataSource app() {
        return JournalTool.connections(access.url(), DatabaseAccess.APP, access.appPassword());
    }

    private DataSource journal() {
        return JournalTool.connections(
                access.url(), DatabaseAccess.JOURNAL, access.journalPassword());
    }

    /// What one run took, in microseconds a transaction: of a writer's time, and of the processors'
    /// time that all of the server's processes used.
    record Run(double elapsed, double processor) {}

    /// Runs all writers for this long.
    Run run(Work work, int seconds) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Callable<Long>> writers = new ArrayList<>();
        for (Connection connection : connections) {
            writers.add(() -> write(connection, work, deadline));
        }
        long used = processorNanos();
        long begun = System.nanoTime();
        long transactions = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(writers.size())) {
            for (Future<Long> writer : pool.invokeAll(writers)) {
                transactions += writer.get();
            }
        }
        long nanos = System.nanoTime() - begun;
        acknowledged += work == Work.FACT ? 0 : transactions;
        return new Run(
                nanos / 1e3 * writers.size() / transactions,
                (processorNanos() - used) / 1e3 / transactions);
    }

    private long processorNanos() throws IOException {
        List<Path> processes =
                ProcessHandle.of(server.pid())
                        .orElseThrow()
                        .descendants()
                        .map(process -> Path.of("/proc", process.pid() + "", "schedstat"))
                        .toList();
        long nanos = 0;
        for (Path process : processes) {
            if (Files.exists(process)) {
                nanos += Long.parseLong(Files.readString(process).split(" ")[0]);
            }
        }
        return nanos;
    }

    private long write(Connection connection, Work work, long deadline) throws SQLException {
        long transactions = 0;
        try (PreparedStatement enter = connection.prepareStatement("select nostos.enter(?, ?)");
                PreparedStatement append =
                        connection.prepareStatement("select nostos.journal_append(?, ?, ?, ?)");
                PreparedStatement read = connection.prepareStatement(READ);
                PreparedStatement insert = connection.prepareStatement(insert(work))) {
            while (System.nanoTime() < deadline) {
                enter.setObject(1, SESSION);
                enter.setBytes(2, SECRET);
                enter.execute();
                for (int i = 0; i < reads; i++) {
                    read(read);
                }
                if (work != Work.FACT) {
                    append(append, insert, work);
                }
                insert.executeUpdate();
                connection.commit();
                transactions++;
            }
        }
        return transactions;
    }

    private static void read(PreparedStatement read) throws SQLException {
        read.setObject(1, UUID.randomUUID());
        try (ResultSet rows = read.executeQuery()) {
            if (rows.next()) {
                throw new IllegalStateException("a random id was met again");
            }
        }
    }

    private String insert(Work work) {
        return work == Work.HELD
                ? "insert into nostos.bench_held (id, party, subject, said, held_from, act)"
                        + ROWS
                        + ", ? from generate_series(1, "
                        + rows
                        + ")"
                : "insert into nostos.bench_fact (id, party, subject, said, held_from)"
                        + ROWS
                        + " from generate_series(1, "
                        + rows
                        + ")";
    }

    private static void append(PreparedStatement append, PreparedStatement insert, Work work)
            throws SQLException {
        append.setString(1, "identity.judged");
        append.setString(2, "IDENTITY_REVIEW");
        append.setBytes(3, null);
        append.setBytes(
                4,
                "{\"proposal\":\"5dc9da79-a706-59a9-ad55-9cb701ded9a2\",\"judgement\":\"SAME\"}"
                        .getBytes(StandardCharsets.UTF_8));
        try (ResultSet row = append.executeQuery()) {
            row.next();
            if (work == Work.HELD) {
                insert.setObject(1, row.getObject(1, UUID.class));
            }
        }
    }

    /// Verifies the journal and counts what is in it.
    String proof() {
        sequencer.stop();
        Verdict verdict = new StoredJournal(journal()).verify();
        if (!(verdict instanceof Verdict.Whole whole)
                || whole.sealed() != acknowledged
                || whole.unsealed() != 0) {
            throw new IllegalStateException(acknowledged + " acknowledged, but " + verdict.text());
        }
        return "journal whole: " + acknowledged + " entries acknowledged, as many sealed";
    }

    @Override
    public void close() throws SQLException {
        sequencer.stop();
        for (Connection connection : connections) {
            connection.close();
        }
        server.close();
    }
}
