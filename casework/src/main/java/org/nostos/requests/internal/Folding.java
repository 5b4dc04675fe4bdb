package org.nostos.requests.internal;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.requests.AnswerEvent;
import org.nostos.requests.AnswerStanding;
import org.nostos.requests.Asked;
import org.nostos.requests.NoteEvent;
import org.nostos.requests.NoteLine;
import org.nostos.requests.NoteStanding;
import org.nostos.requests.NoteVerbale;
import org.nostos.requests.NotesVerbales;
import org.nostos.requests.NotesVerbales.LinePerson;
import org.nostos.requests.StateAgreement;
import org.nostos.requests.States;
import org.springframework.stereotype.Component;

/// Works the state of notes and answers out of their events, a few statements for many of them.
@Component
public class Folding {

    /// A line nobody may know the person of.
    private static final UUID NOBODY = new UUID(0, 0);

    private final NotesVerbales notes;
    private final States states;

    public Folding(NotesVerbales notes, States states) {
        this.notes = notes;
        this.states = states;
    }

    /// Each of these lines with its note and its answer, in their order.
    public List<Asked> asked(List<NoteLine> lines, AsOf at) {
        List<UUID> ids = lines.stream().map(NoteLine::note).distinct().toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Whole whole = whole(notes.byIds(ids), at);
        Map<UUID, UUID> persons =
                notes.persons(lines.stream().map(NoteLine::id).toList()).stream()
                        .collect(Collectors.toMap(LinePerson::line, LinePerson::person));
        List<Asked> asked = new ArrayList<>();
        for (NoteLine line : lines) {
            NoteVerbale note = Objects.requireNonNull(whole.notes.get(line.note()));
            NoteStanding standing = Objects.requireNonNull(whole.standings.get(line.note()));
            List<AnswerEvent> said = whole.answers.getOrDefault(line.id(), List.of());
            asked.add(
                    new Asked(
                            note,
                            standing,
                            line,
                            persons.getOrDefault(line.id(), NOBODY),
                            AnswerStanding.of(said, clock(standing), at),
                            said));
        }
        return asked;
    }

    /// The standing of each note, by its id.
    public Map<UUID, NoteStanding> standings(Collection<NoteVerbale> of, AsOf at) {
        return of.isEmpty() ? Map.of() : whole(of, at).standings;
    }

    private Whole whole(Collection<NoteVerbale> of, AsOf at) {
        List<UUID> ids = of.stream().map(NoteVerbale::id).toList();
        Map<UUID, List<NoteLine>> lines =
                notes.lines(ids).stream().collect(groupingBy(NoteLine::note));
        Map<UUID, List<NoteEvent>> events =
                notes.events(ids).stream().collect(groupingBy(NoteEvent::note));
        Map<UUID, List<AnswerEvent>> answers =
                notes
                        .answers(
                                lines.values().stream()
                                        .flatMap(List::stream)
                                        .map(NoteLine::id)
                                        .toList())
                        .stream()
                        .collect(groupingBy(AnswerEvent::line));
        Map<UUID, NoteStanding> standings = new java.util.HashMap<>();
        for (NoteVerbale note : of) {
            List<NoteLine> annex = lines.getOrDefault(note.id(), List.of());
            List<StateAgreement> agreements = states.agreements(note.state());
            standings.put(
                    note.id(),
                    NoteStanding.of(
                            events.getOrDefault(note.id(), List.of()),
                            note.asked(),
                            agreements,
                            annex.size(),
                            answered(annex, answers, at),
                            at));
        }
        return new Whole(
                of.stream().collect(Collectors.toMap(NoteVerbale::id, Function.identity())),
                standings,
                answers);
    }

    private static int answered(
            List<NoteLine> annex, Map<UUID, List<AnswerEvent>> answers, AsOf at) {
        return (int)
                annex.stream()
                        .map(line -> answers.getOrDefault(line.id(), List.of()))
                        .filter(said -> AnswerStanding.of(said, null, at).event() != null)
                        .count();
    }

    /// A note that came back, was withdrawn or closed has no clock that runs.
    private static @Nullable LocalDate clock(NoteStanding standing) {
        return switch (standing.state()) {
            case RETURNED, WITHDRAWN -> null;
            default -> standing.due();
        };
    }

    private record Whole(
            Map<UUID, NoteVerbale> notes,
            Map<UUID, NoteStanding> standings,
            Map<UUID, List<AnswerEvent>> answers) {}
}
