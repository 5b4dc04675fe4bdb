package org.nostos.postgres.registry;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nostos.registry.Compartment;
import org.nostos.registry.Note;
import org.nostos.registry.Notes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresNotes implements Notes {

    private final JdbcClient jdbc;

    PostgresNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Note> of(Collection<UUID> persons, Compartment kind) {
        return jdbc.sql(
                        """
                        select n.id, n.person, n.kind, n.words, a.display_name, n.recorded_at
                        from nostos.compartment_note n join nostos.account a on a.id = n.account
                        where n.person = any (?::uuid[]) and n.kind = ?
                        order by n.recorded_at desc, n.id
                        """)
                .param(persons.stream().map(UUID::toString).toArray(String[]::new))
                .param(kind.name())
                .query((row, number) ->
                        new Note(
                                row.getObject("id", UUID.class),
                                row.getObject("person", UUID.class),
                                Compartment.valueOf(row.getString("kind")),
                                row.getString("words"),
                                row.getString("display_name"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void add(Note note, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.compartment_note (id, person, party, kind, words, account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, nostos.caller_account(), ?)
                        """)
                .param(note.id())
                .param(note.person())
                .param(note.kind().name())
                .param(note.words())
                .param(act)
                .update();
    }

    @Override
    public Set<Compartment> keptByCaller() {
        Set<Compartment> kept = EnumSet.noneOf(Compartment.class);
        jdbc.sql("select nostos.caller_keeps()").query(String.class).list().stream()
                .map(Compartment::valueOf)
                .forEach(kept::add);
        return kept;
    }
}
