package org.nostos.postgres.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.cases.CaseChanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresCaseChanges implements CaseChanges {

    private final JdbcClient jdbc;

    PostgresCaseChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Change> since(Collection<UUID> ids, Instant at, int most) {
        return jdbc.sql(
                        """
                        select e.kind, coalesce(a.display_name, p.name, '') as signed_by, e.recorded_at
                        from nostos.journal_entry e
                        join nostos.journal_payload y on y.entry = e.id
                        left join nostos.account a on a.id = e.actor
                        left join nostos.party p on p.id = e.party
                        where e.recorded_at > :at and e.kind !~ '[.-]read$'
                          and exists (select from unnest(:ids::text[]) one
                                      where position(one in convert_from(y.payload, 'UTF8')) > 0)
                        order by e.recorded_at desc, e.id limit :most
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .param("most", most)
                .query((row, number) ->
                        new Change(
                                row.getString("kind"),
                                row.getString("signed_by"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
