package org.nostos.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.nostos.parties.Caller;
import org.nostos.parties.SessionEnded;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/// Begins each transaction on a clean connection, and enters it with the current caller's proof.
///
/// Without a caller the transaction runs and every policy matches nothing. With a proof that the
/// database does not know it does not begin: [SessionEnded].
///
/// Connections are shared, and a statement that somebody slipped into an earlier transaction could
/// have left something behind: an open cursor with another party's rows, a setting, a lock, a
/// statement of its own under the name of one that the driver has prepared. The first three are
/// swept away. Where the last is found, the connection is thrown away.
final class EnteringTransactionManager extends JdbcTransactionManager {

    private static final String SESSION_NOT_OPEN = "28000";

    /// `DISCARD ALL` would also forget what the driver has prepared.
    private static final String SWEEP =
            """
            close all; reset all; unlisten *; select 0 from pg_advisory_unlock_all();
            select count(*) from pg_prepared_statements where from_sql\
            """;

    EnteringTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection con, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(con, definition);
        sweep(con);
        Optional<Caller> caller = Caller.current();
        if (caller.isEmpty()) {
            return;
        }
        try (PreparedStatement enter = con.prepareStatement("select nostos.enter(?, ?)")) {
            enter.setObject(1, caller.get().session());
            enter.setBytes(2, caller.get().secret());
            enter.execute();
        } catch (SQLException e) {
            if (SESSION_NOT_OPEN.equals(e.getSQLState())) {
                throw new SessionEnded(e);
            }
            throw e;
        }
    }

    private void sweep(Connection con) throws SQLException {
        long foreign = 0;
        try (Statement sweep = con.createStatement()) {
            boolean rows = sweep.execute(SWEEP);
            while (rows || sweep.getUpdateCount() != -1) {
                foreign = rows ? only(sweep.getResultSet()) : foreign;
                rows = sweep.getMoreResults();
            }
        }
        if (foreign > 0) {
            throwAway(con);
        }
    }

    /// The number in a result; nothing for a result without one.
    private static long only(ResultSet result) throws SQLException {
        try (result) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    private void throwAway(Connection con) throws SQLException {
        if (getDataSource() instanceof HikariDataSource pool) {
            pool.evictConnection(con);
        }
        throw new SQLException("this connection holds a statement that is not ours", "08000");
    }
}
