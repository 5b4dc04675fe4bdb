package org.nostos.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writing and reading what stands apart from a person's file, for those who keep it. Reading is an
/// act that nobody but the reader and those who watch the journal can see. Thread-safe.
@Service
@Transactional
public class NotesApart {

    private static final int LONGEST = 8000;

    private final Acts acts;
    private final Notes notes;
    private final Persons persons;

    public NotesApart(Acts acts, Notes notes, Persons persons) {
        this.acts = acts;
        this.notes = notes;
        this.persons = persons;
    }

    /// The compartments that the caller keeps.
    @Transactional(readOnly = true)
    public Set<Compartment> kept() {
        return notes.keptByCaller();
    }

    /// The notes on somebody who is known under these persons; none to who does not keep this kind.
    public List<Note> read(Collection<UUID> known, Compartment kind) {
        if (!notes.keptByCaller().contains(kind)) {
            return List.of();
        }
        acts.record(
                Act.of(
                        "registry.notes-read",
                        Purpose.CASEWORK,
                        Map.of("persons", List.copyOf(known), "compartment", kind.key())));
        return notes.of(known, kind);
    }

    /// Adds a note. It is never changed; what was wrong is said in another.
    public List<Obstacle> write(UUID person, Compartment kind, String words) {
        String text = words.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return List.of(Obstacle.of("obstacle.registry.note-words"));
        }
        if (!notes.keptByCaller().contains(kind) || persons.byId(person).isEmpty()) {
            return List.of(Obstacle.of("obstacle.registry.not-a-keeper"));
        }
        UUID id = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of(
                                "registry.note-written",
                                Purpose.CASEWORK,
                                Map.of("person", person, "note", id, "compartment", kind.key())));
        String by = Caller.required().displayName();
        notes.add(new Note(id, person, kind, text, by, Instant.now()), act);
        return List.of();
    }
}
