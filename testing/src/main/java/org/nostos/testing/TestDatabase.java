package org.nostos.testing;

import java.util.UUID;
import javax.sql.DataSource;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.server.EmbeddedServer;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database of its own for one test, on the one server that all tests of a process share.
///
/// The server starts with the first database, forgets to wait for the disk, and goes with the
/// process. Databases need not be dropped.
public record TestDatabase(EmbeddedServer server, String name) {

    private static final String MAINTENANCE = "postgres";

    /// A database with nothing in it.
    public static TestDatabase empty() {
        return copyOf("template1");
    }

    /// A database as an instance finds it after its first start.
    public static TestDatabase fresh() {
        return copyOf(TestServer.installed());
    }

    /// The serving roles' ways in, as an instance has them.
    public DatabaseAccess access() {
        return TestServer.access(jdbcUrl());
    }

    /// Does this when the process ends, while its databases are still there.
    public static void beforeTheEnd(Runnable last) {
        TestServer.beforeItsEnd(last);
    }

    private static TestDatabase copyOf(String template) {
        EmbeddedServer server = TestServer.get();
        TestDatabase database =
                new TestDatabase(server, "t" + UUID.randomUUID().toString().replace("-", ""));
        JdbcClient jdbc = JdbcClient.create(dataSource(server, MAINTENANCE));
        jdbc.sql("create database " + database.name + " template " + template).update();
        // A copy takes everything but the privileges on the database itself.
        jdbc.sql("revoke temporary on database " + database.name + " from public").update();
        return database;
    }

    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    /// Connections of the superuser, whom no policy binds. Each is a new one: pool them if you need many.
    public DataSource superuser() {
        return dataSource(server, name);
    }

    /// Connections of another role.
    public DataSource as(String role, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(role);
        source.setPassword(password);
        return source;
    }

    private static DataSource dataSource(EmbeddedServer server, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl(database));
        source.setUser(server.superuser());
        source.setPassword(server.password());
        return source;
    }
}
