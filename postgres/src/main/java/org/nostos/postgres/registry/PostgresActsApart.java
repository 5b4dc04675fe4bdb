package org.nostos.postgres.registry;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.registry.ActsApart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresActsApart implements ActsApart {

    private final JdbcClient jdbc;

    PostgresActsApart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Done> of(String room, Collection<UUID> persons) {
        return jdbc.sql("select * from nostos.acts_of_room(:room, :ids) order by recorded_at, id")
                .param("room", room)
                .param("ids", persons.toArray(new UUID[0]))
                .query((row, number) ->
                        new Done(
                                row.getObject("id", UUID.class),
                                row.getObject("person", UUID.class),
                                row.getString("what"),
                                row.getString("words"),
                                row.getString("by_name"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
