package org.nostos.postgres.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.legal.Rehabilitation.Event;
import org.nostos.legal.Rehabilitation.Kind;
import org.nostos.legal.Rehabilitation.Onward;
import org.nostos.legal.Rehabilitations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresRehabilitations implements Rehabilitations {

    private static final String EVENTS =
            """
            select e.id, e.stay, e.kind, e.review, e.place, e.needs, e.due, e.onward, e.happened_on,
                   e.reason, e.source, e.account, e.recorded_at, %s
            from nostos.law_rehabilitation_event e
            """
                            .formatted(LawRows.OF + LawRows.BY)
                    + LawRows.SIGNED;

    private final JdbcClient jdbc;

    PostgresRehabilitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Event> of(Collection<UUID> persons) {
        return jdbc.sql(EVENTS + LawRows.OF_PERSONS)
                .param("ids", LawRows.ids(persons))
                .query(PostgresRehabilitations::event)
                .list();
    }

    @Override
    public void add(Event event, UUID act) {
        Onward onward = event.onward();
        jdbc.sql(
                        """
                        insert into nostos.law_rehabilitation_event (id, stay, person, party, kind, review, place, needs, due,
                                                                     onward, happened_on, reason, source, account, act)
                        values (?, ?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.stamp().id())
                .param(event.stay())
                .param(event.stamp().person())
                .param(event.kind().name())
                .param(event.review())
                .param(event.place())
                .param(event.needs())
                .param(event.due())
                .param(onward == null ? null : onward.name())
                .param(event.stamp().on())
                .param(event.reason())
                .param(event.source())
                .param(act)
                .update();
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        String onward = row.getString("onward");
        return new Event(
                LawRows.stamp(row),
                row.getObject("stay", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("review", UUID.class),
                row.getString("place"),
                row.getString("needs"),
                LawRows.day(row, "due"),
                onward == null ? null : Onward.valueOf(onward),
                row.getString("reason"),
                row.getString("source"));
    }
}
