package org.nostos;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.Installation;
import org.nostos.postgres.Secrets;

/// A PostgreSQL server that somebody else runs, as `NOSTOS_DATABASE_URL` names it:
/// `jdbc:postgresql://host[:port]/database?user=…&password=…`. The user must own the database, or be
/// allowed to create it, and must be allowed to create roles.
record ExternalServer(String serverUrl, String database, String user, String password) {

    private static final String PREFIX = "jdbc:";

    /// Reads the URL. The message of a refusal never repeats it: it holds a password.
    static ExternalServer of(String url) {
        URI uri = URI.create(url.startsWith(PREFIX) ? url.substring(PREFIX.length()) : url);
        Map<String, String> query = query(uri.getRawQuery() == null ? "" : uri.getRawQuery());
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (!"postgresql".equals(uri.getScheme())
                || path.length() < 2
                || !query.containsKey("user")) {
            throw new IllegalArgumentException(
                    Instance.DATABASE_URL
                            + " must read jdbc:postgresql://host:port/database?user=…&password=…");
        }
        return new ExternalServer(
                "jdbc:postgresql://" + uri.getAuthority() + "/",
                path.substring(1),
                query.getOrDefault("user", ""),
                query.getOrDefault("password", ""));
    }

    DatabaseAccess install(Secrets secrets) {
        return installation().install(database, database, secrets);
    }

    /// Installs no further than the migration of this version.
    DatabaseAccess install(Secrets secrets, String version) {
        return installation().install(database, database, secrets, version);
    }

    /// Whether the database has our schema already.
    boolean holdsAnInstance() throws SQLException {
        try (Connection con = DriverManager.getConnection(serverUrl + database, user, password);
                Statement s = con.createStatement();
                ResultSet r = s.executeQuery("select to_regnamespace('nostos') is not null")) {
            return r.next() && r.getBoolean(1);
        }
    }

    private Installation installation() {
        return new Installation(name -> serverUrl + name, user, password);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> values = new HashMap<>();
        for (String pair : raw.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                values.put(
                        pair.substring(0, at),
                        URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return "ExternalServer[" + serverUrl + database + "]";
    }
}
