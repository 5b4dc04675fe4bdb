package org.nostos.postgres;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.nostos.parties.Setup;
import org.nostos.parties.Setups;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Asks through the door: the house has to know it before anybody calls.
@Repository
public class PostgresSetups implements Setups {

    private final JdbcClient jdbc;

    public PostgresSetups(@Qualifier("door") DataSource door) {
        this.jdbc = JdbcClient.create(door);
    }

    @Override
    public Setup now() {
        return jdbc.sql("select * from nostos.door_setup()").query(PostgresSetups::setup).single();
    }

    private static Setup setup(ResultSet row, int number) throws SQLException {
        Array rules = row.getArray("rules");
        return new Setup(
                row.getBoolean("controller"),
                row.getBoolean("review_body"),
                Set.of((String[]) rules.getArray()),
                row.getLong("deciders"),
                row.getLong("second_reviewers"));
    }
}
