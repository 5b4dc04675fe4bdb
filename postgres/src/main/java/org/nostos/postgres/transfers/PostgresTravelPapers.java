package org.nostos.postgres.transfers;

import static org.nostos.postgres.transfers.Columns.day;
import static org.nostos.postgres.transfers.Columns.id;
import static org.nostos.postgres.transfers.Columns.ids;
import static org.nostos.postgres.transfers.Columns.instant;
import static org.nostos.postgres.transfers.Columns.orNull;
import static org.nostos.postgres.transfers.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.Stamp;
import org.nostos.transfers.Fitness;
import org.nostos.transfers.TravelDocument;
import org.nostos.transfers.TravelDocument.Event;
import org.nostos.transfers.TravelPapers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresTravelPapers implements TravelPapers {

    private static final String OF_PERSONS =
            """
             where (e.person = any (:ids) or e.id in (select nostos.placed_on('transfers', :ids)))
              and coalesce(nostos.placed_person('transfers', e.id), e.person) = any (:ids)
            order by e.recorded_at, e.id
            """;

    private final JdbcClient jdbc;

    PostgresTravelPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Event> documents(Collection<UUID> persons) {
        return jdbc.sql(
                        """
                        select e.id, e.document, e.person, e.kind, e.type, e.issuer, e.number, e.valid_until, e.happened_on,
                               e.reason, e.source, e.account, e.recorded_at,
                        """
                                + Columns.BY
                                + " from nostos.travel_document_event e "
                                + Columns.SIGNED
                                + OF_PERSONS)
                .param("ids", ids(persons))
                .query(PostgresTravelPapers::event)
                .list();
    }

    @Override
    public void add(Event event, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.travel_document_event (id, document, person, party, kind, type, issuer, number,
                                                                  valid_until, happened_on, reason, source, account, act)
                        values (?, ?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.stamp().id())
                .param(event.document())
                .param(event.stamp().person())
                .param(event.kind().name())
                .param(event.type() == null ? null : event.type().name())
                .param(event.issuer() == null ? null : event.issuer().value())
                .param(orNull(event.number()))
                .param(event.validUntil())
                .param(event.stamp().on())
                .param(orNull(event.reason()))
                .param(orNull(event.source()))
                .param(act)
                .update();
    }

    @Override
    public List<Fitness> fitness(Collection<UUID> persons) {
        return jdbc.sql(
                        """
                        select e.id, e.person, e.conclusion, e.physician, e.office, e.until, e.happened_on, e.source, e.account,
                               e.recorded_at,
                        """
                                + Columns.BY
                                + " from nostos.travel_fitness e "
                                + Columns.SIGNED
                                + OF_PERSONS)
                .param("ids", ids(persons))
                .query(PostgresTravelPapers::fitness)
                .list();
    }

    @Override
    public void add(Fitness fitness, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.travel_fitness (id, person, party, conclusion, physician, office, until, happened_on,
                                                           source, account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(fitness.stamp().id())
                .param(fitness.stamp().person())
                .param(fitness.conclusion().name())
                .param(fitness.physician())
                .param(fitness.office())
                .param(fitness.until())
                .param(fitness.stamp().on())
                .param(fitness.source())
                .param(act)
                .update();
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        String type = row.getString("type");
        return new Event(
                stamp(row),
                id(row, "document"),
                TravelDocument.Kind.valueOf(row.getString("kind")),
                type == null ? null : TravelDocument.Type.valueOf(type),
                Columns.stateOrNull(row, "issuer"),
                text(row, "number"),
                Columns.dayOrNull(row, "valid_until"),
                text(row, "reason"),
                text(row, "source"));
    }

    private static Fitness fitness(ResultSet row, int number) throws SQLException {
        return new Fitness(
                stamp(row),
                Fitness.Conclusion.valueOf(row.getString("conclusion")),
                row.getString("physician"),
                row.getString("office"),
                day(row, "until"),
                row.getString("source"));
    }

    private static Stamp stamp(ResultSet row) throws SQLException {
        return new Stamp(
                id(row, "id"),
                id(row, "person"),
                day(row, "happened_on"),
                instant(row, "recorded_at"),
                id(row, "account"),
                row.getString("signed_by"));
    }
}
