package org.nostos.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;

/// Makes a PostgreSQL server (16 or later) ready for Nostos: roles, database, schema, migrations.
///
/// Each start runs it again; what is there already is left alone. The user that runs it must be allowed
/// to create roles, and to create the database unless it exists.
public final class Installation {

    /// The schema that holds everything.
    public static final String SCHEMA = "nostos";

    private static final String PASSES_WALLS =
            "select 1 from pg_roles where rolname = ? and (rolsuper or rolbypassrls)";

    private static final String LATEST = "latest";
    private static final int OLDEST_SERVER = 160_000;

    private final UnaryOperator<String> urls;
    private final String user;
    private final String password;

    /// @param urls the JDBC URL of the server's database of a name
    public Installation(UnaryOperator<String> urls, String user, String password) {
        this.urls = urls;
        this.user = user;
        this.password = password;
    }

    /// Installs into the database of this name, creating it from `maintenance` when it is missing.
    ///
    /// @throws IllegalStateException with the cure, when the server is too old or refuses
    public DatabaseAccess install(String database, String maintenance, Secrets secrets) {
        return install(database, maintenance, secrets, LATEST);
    }

    /// Installs no further than the migration of this version, as a backup needs that was taken there.
    ///
    /// @throws IllegalStateException as above, and when there is no such migration
    public DatabaseAccess install(
            String database, String maintenance, Secrets secrets, String version) {
        Map<String, String> roles =
                Map.of(
                        DatabaseAccess.OWNER, secrets.of(DatabaseAccess.OWNER),
                        DatabaseAccess.APP, secrets.of(DatabaseAccess.APP),
                        DatabaseAccess.DOOR, secrets.of(DatabaseAccess.DOOR),
                        DatabaseAccess.JOURNAL, secrets.of(DatabaseAccess.JOURNAL));
        try {
            createDatabase(database, maintenance, roles);
            createSchema(database);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the database cannot be installed: " + e.getMessage(), e);
        }
        DatabaseAccess access =
                new DatabaseAccess(
                        urls.apply(database),
                        secrets.of(DatabaseAccess.OWNER),
                        secrets.of(DatabaseAccess.APP),
                        secrets.of(DatabaseAccess.DOOR),
                        secrets.of(DatabaseAccess.JOURNAL),
                        secrets.of(DatabaseAccess.HOUSE_KEY));
        migrate(access, version);
        return access;
    }

    private void createDatabase(String database, String maintenance, Map<String, String> roles)
            throws SQLException {
        try (Connection con = connect(maintenance)) {
            refuseOldServers(con);
            for (Map.Entry<String, String> role : roles.entrySet()) {
                ensureRole(con, role.getKey(), role.getValue());
            }
            if (!exists(con, "select 1 from pg_database where datname = ?", database)) {
                run(
                        con,
                        "create database "
                                + quoted(database)
                                + " encoding 'UTF8' template template0");
            }
        }
    }

    private void createSchema(String database) throws SQLException {
        try (Connection con = connect(database)) {
            if (!exists(con, "select 1 from pg_namespace where nspname = ?", SCHEMA)) {
                run(con, "grant " + DatabaseAccess.OWNER + " to current_user");
                run(con, "create schema " + SCHEMA + " authorization " + DatabaseAccess.OWNER);
            }
            run(
                    con,
                    "grant create, connect on database "
                            + quoted(database)
                            + " to "
                            + DatabaseAccess.OWNER);
            run(con, "revoke all on schema public from public");
            // A temporary table would stand before ours in every later search of its connection.
            run(con, "revoke temporary on database " + quoted(database) + " from public");
            SideDoors.shut(con);
        }
    }

    private static void migrate(DatabaseAccess access, String version) {
        Flyway.configure()
                .dataSource(access.url(), DatabaseAccess.OWNER, access.ownerPassword())
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .createSchemas(false)
                .failOnMissingLocations(true)
                .target(version)
                .load()
                .migrate();
    }

    private static void refuseOldServers(Connection con) throws SQLException {
        try (Statement s = con.createStatement();
                ResultSet r = s.executeQuery("select current_setting('server_version_num')::int")) {
            r.next();
            if (r.getInt(1) < OLDEST_SERVER) {
                throw new IllegalStateException(
                        "Nostos needs PostgreSQL 16 or later; this server is "
                                + con.getMetaData().getDatabaseProductVersion());
            }
        }
    }

    private static void ensureRole(Connection con, String role, String secret) throws SQLException {
        String password = " login noinherit password '" + secret.replace("'", "''") + "'";
        if (!exists(con, "select 1 from pg_roles where rolname = ?", role)) {
            run(con, "create role " + role + password);
        } else {
            run(con, "alter role " + role + password);
        }
        run(con, "alter role " + role + " set search_path = " + SCHEMA);
        if (exists(con, PASSES_WALLS, role)) {
            throw new IllegalStateException(
                    role
                            + " passes through row-level security on this server; take superuser and"
                            + " bypassrls away from it");
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties as = new Properties();
        as.setProperty("user", user);
        as.setProperty("password", password);
        return DriverManager.getConnection(urls.apply(database), as);
    }

    private static boolean exists(Connection con, String query, String name) throws SQLException {
        try (PreparedStatement s = con.prepareStatement(query)) {
            s.setString(1, name);
            try (ResultSet r = s.executeQuery()) {
                return r.next();
            }
        }
    }

    private static void run(Connection con, String sql) throws SQLException {
        try (Statement s = con.createStatement()) {
            s.execute(sql);
        }
    }

    private static String quoted(String name) {
        if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        return name;
    }
}
