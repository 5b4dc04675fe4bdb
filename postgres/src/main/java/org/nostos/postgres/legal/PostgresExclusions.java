package org.nostos.postgres.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.legal.Exclusions;
import org.nostos.legal.HolderExclusion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresExclusions implements Exclusions {

    private static final String EVENTS =
            """
            select e.id, e.exclusion, e.kind, e.happened_on, e.reason, e.source, e.account, e.recorded_at, %s
            from nostos.law_exclusion_event e
            """
                            .formatted(LawRows.OF + LawRows.BY)
                    + LawRows.SIGNED;

    private final JdbcClient jdbc;

    PostgresExclusions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<HolderExclusion.Event> of(Collection<UUID> persons) {
        return jdbc.sql(EVENTS + LawRows.OF_PERSONS)
                .param("ids", LawRows.ids(persons))
                .query(PostgresExclusions::event)
                .list();
    }

    @Override
    public void add(HolderExclusion.Event event, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.law_exclusion_event (id, exclusion, person, party, kind, happened_on, reason,
                                                                source, account, act)
                        values (?, ?, ?, nostos.caller_party(), ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.stamp().id())
                .param(event.exclusion())
                .param(event.stamp().person())
                .param(event.ends() ? "ENDED" : "RECORDED")
                .param(event.stamp().on())
                .param(event.reason())
                .param(event.source())
                .param(act)
                .update();
    }

    private static HolderExclusion.Event event(ResultSet row, int number) throws SQLException {
        return new HolderExclusion.Event(
                LawRows.stamp(row),
                row.getObject("exclusion", UUID.class),
                row.getString("kind").equals("ENDED"),
                row.getString("reason"),
                row.getString("source"));
    }
}
