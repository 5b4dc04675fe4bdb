package org.nostos.requests.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActOnPerson.Belongs;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.nostos.requests.Disclosure;
import org.nostos.requests.Disclosures;
import org.nostos.requests.NoteLine;
import org.nostos.requests.NoteVerbale;
import org.nostos.requests.NotesVerbales;
import org.nostos.requests.NotesVerbales.LinePerson;
import org.nostos.requests.Relocation;
import org.nostos.requests.Relocations;
import org.springframework.stereotype.Component;

/// Disclosures and lines of notes, as acts on the persons they are about.
@Component
class RequestActs implements ActsOnPerson {

    private final Disclosures disclosures;
    private final NotesVerbales notes;
    private final Relocations relocations;

    RequestActs(Disclosures disclosures, NotesVerbales notes, Relocations relocations) {
        this.disclosures = disclosures;
        this.notes = notes;
        this.relocations = relocations;
    }

    @Override
    public String room() {
        return "requests";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        Map<UUID, Person> byId =
                joined.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<ActOnPerson> lines = new ArrayList<>();
        for (Disclosure one : disclosures.ofPersons(byId.keySet())) {
            Person madeOn = byId.get(one.person());
            if (madeOn != null) {
                lines.add(
                        line(
                                one.id(),
                                "disclosure-drafted",
                                one.state().value(),
                                one.by(),
                                one.recordedAt(),
                                madeOn));
            }
        }
        for (Relocation.Event one : relocations.of(byId.keySet())) {
            Person madeOn = byId.get(one.stamp().person());
            if (madeOn != null) {
                lines.add(
                        line(
                                one.stamp().id(),
                                "third-state",
                                one.state().value(),
                                one.stamp().by(),
                                one.stamp().recordedAt(),
                                madeOn));
            }
        }
        asked(byId, lines);
        return lines;
    }

    private void asked(Map<UUID, Person> byId, List<ActOnPerson> acts) {
        List<NoteLine> lines = notes.linesOf(byId.keySet());
        Map<UUID, UUID> persons =
                notes.persons(lines.stream().map(NoteLine::id).toList()).stream()
                        .collect(Collectors.toMap(LinePerson::line, LinePerson::person));
        Map<UUID, NoteVerbale> asking =
                notes.byIds(lines.stream().map(NoteLine::note).distinct().toList()).stream()
                        .collect(Collectors.toMap(NoteVerbale::id, Function.identity()));
        for (NoteLine line : lines) {
            Person madeOn = byId.get(persons.get(line.id()));
            NoteVerbale note = asking.get(line.note());
            if (madeOn != null && note != null) {
                String by = note.by() == null ? "" : note.by();
                acts.add(
                        line(
                                line.id(),
                                "asked",
                                note.state().value(),
                                by,
                                note.recordedAt(),
                                madeOn));
            }
        }
    }

    private ActOnPerson line(
            UUID id, String what, String text, String by, Instant at, Person madeOn) {
        return new ActOnPerson(
                room(), id, what, null, text, by, at, madeOn, null, null, Belongs.TO_ONE);
    }
}
