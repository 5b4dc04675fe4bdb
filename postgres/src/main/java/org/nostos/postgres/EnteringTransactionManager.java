package org.nostos.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.nostos.parties.Caller;
import org.nostos.parties.SessionEnded;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/// Begins each transaction by entering it with the current caller's proof.
///
/// Without a caller the transaction runs and every policy matches nothing. With a proof that the
/// database does not know it does not begin: [SessionEnded].
final class EnteringTransactionManager extends JdbcTransactionManager {

    private static final String SESSION_NOT_OPEN = "28000";

    EnteringTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection con, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(con, definition);
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
}
