package org.nostos.postgres.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.custody.CustodyEvent;
import org.nostos.custody.CustodyStatus;
import org.nostos.custody.CustodyTrack;
import org.nostos.custody.HeldQuestion;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.custody.Place;
import org.nostos.custody.Standings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresStandings implements Standings {

    private static final AsOf EVERYTHING = new AsOf(LocalDate.MAX, Instant.MAX);

    private final JdbcClient jdbc;
    private final PostgresCustodyEvents events;

    PostgresStandings(JdbcClient jdbc, PostgresCustodyEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public void refresh(Collection<UUID> persons) {
        Map<UUID, List<CustodyEvent>> hanging = new HashMap<>();
        persons.forEach(person -> hanging.put(person, new ArrayList<>()));
        for (CustodyEvent event : events.hangingOn(persons)) {
            Objects.requireNonNull(hanging.get(event.stamp().person())).add(event);
        }
        hanging.forEach((person, all) -> put(person, CustodyTrack.of(all, EVERYTHING)));
    }

    @Override
    public List<Counted> counted(@Nullable UUID facility, Collection<UUID> but) {
        return jdbc.sql(
                        """
                        select facility, status, coalesce(holder, '') as holder, ground, count(*) as people
                        from nostos.custody_now
                        where facility %s and person <> all (:but::uuid[])
                        group by facility, status, coalesce(holder, ''), ground
                        """
                                .formatted(
                                        facility == null
                                                ? "is not null"
                                                : "= any (:facilities::uuid[])"))
                .params(
                        facility == null
                                ? Map.of("but", Rows.texts(but))
                                : Map.of(
                                        "but",
                                        Rows.texts(but),
                                        "facilities",
                                        Rows.texts(List.of(facility))))
                .query((row, number) ->
                        new Counted(
                                row.getObject("facility", UUID.class),
                                CustodyStatus.valueOf(row.getString("status")),
                                row.getString("holder"),
                                LegalGround.valueOf(row.getString("ground")),
                                row.getLong("people")))
                .list();
    }

    @Override
    public List<UUID> in(UUID facility, Collection<UUID> but, HeldQuestion question) {
        return jdbc.sql(
                        """
                        select person from nostos.custody_now
                        where facility = :facility and person <> all (:but::uuid[])
                          and (:status::text is null or status = :status::text)
                          and (:ground::text is null or ground = :ground::text)
                          and (:persons::uuid[] is null or person = any (:persons::uuid[]))
                        order by %s, ordinal
                        """
                                .formatted(order(question)))
                .param("facility", facility)
                .param("but", Rows.texts(but))
                .param("status", question.status() == null ? null : question.status().name())
                .param("ground", question.ground() == null ? null : question.ground().name())
                .param(
                        "persons",
                        question.persons() == null ? null : Rows.texts(question.persons()))
                .query(UUID.class)
                .list();
    }

    private static String order(HeldQuestion question) {
        String by =
                switch (question.order()) {
                    case NUMBER -> "ordinal";
                    case STATUS -> "status";
                    case HOLDER -> "coalesce(lower(holder), '')";
                    case GROUND -> "coalesce(ground, '')";
                };
        return by + (question.down() ? " desc" : " asc");
    }

    @Override
    public Map<UUID, UUID> entangled() {
        Map<UUID, UUID> leaders = new HashMap<>();
        jdbc.sql("select person, leader from nostos.custody_entangled()")
                .query((row, number) ->
                        leaders.put(
                                row.getObject("person", UUID.class),
                                row.getObject("leader", UUID.class)))
                .list();
        return leaders;
    }

    private void put(UUID person, CustodyTrack track) {
        @Nullable UUID facility = track.place().map(Place::facility).orElse(null);
        jdbc.sql(
                        """
                        insert into nostos.custody_now (person, record, ordinal, party, facility, status, holder, ground)
                        select p.id, p.record, p.ordinal, nostos.caller_party(), :facility::uuid, :status, :holder, :ground
                        from nostos.person p where p.id = :person
                        on conflict (party, person) do update set facility = excluded.facility, status = excluded.status,
                               holder = excluded.holder, ground = excluded.ground
                        """)
                .param("person", person)
                .param("facility", facility == null ? null : facility.toString())
                .param("status", track.status().name())
                .param("holder", track.holder().map(HoldingAuthority::name).orElse(null))
                .param("ground", track.ground().map(LegalGround::name).orElse(null))
                .update();
    }
}
