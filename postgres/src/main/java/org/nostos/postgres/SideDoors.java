package org.nostos.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// What PostgreSQL lets everybody do and Nostos needs nobody to: keep large objects, hold locks that
/// others wait for, call other sessions, read how large tables are and what others run.
///
/// Only a superuser can take it from everybody, which is what an embedded server's installer is. On a
/// server of somebody else it is left as it stands where that is not permitted.
final class SideDoors {

    private static final String PERMISSION_DENIED = "42501";

    /// Functions by the beginning of their names.
    private static final List<String> FUNCTIONS =
            List.of(
                    "lo\\_%",
                    "lowrite",
                    "loread",
                    "pg\\_advisory\\_lock%",
                    "pg\\_advisory\\_xact\\_lock%",
                    "pg\\_try\\_advisory%",
                    "pg\\_notify",
                    "pg\\_terminate\\_backend",
                    "pg\\_cancel\\_backend",
                    "pg\\_export\\_snapshot",
                    "pg\\_%relation\\_size",
                    "pg\\_table\\_size",
                    "pg\\_indexes\\_size",
                    "pg\\_database\\_size",
                    "pg\\_tablespace\\_size",
                    "pg\\_stat\\_get\\_%tup%",
                    "pg\\_stat\\_get\\_%rows%");

    private SideDoors() {}

    static void shut(Connection con) throws SQLException {
        for (String name : FUNCTIONS) {
            attempt(
                    con,
                    """
                    do $$ declare f regprocedure; begin
                        for f in select p.oid from pg_proc p
                                 where p.pronamespace = 'pg_catalog'::regnamespace and p.proname like '%s' loop
                            execute format('revoke execute on function %%s from public', f);
                            execute format('grant execute on function %%s to nostos_owner, nostos_journal', f);
                        end loop; end $$
                    """
                            .formatted(name));
        }
        attempt(con, "alter role " + DatabaseAccess.APP + " set track_activities = off");
    }

    private static void attempt(Connection con, String sql) throws SQLException {
        try (Statement statement = con.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!PERMISSION_DENIED.equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
