package org.nostos.requests.internal;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;
import org.nostos.requests.AnswerCondition;
import org.nostos.requests.AnswerEvent;
import org.nostos.requests.AnswerKind;
import org.nostos.requests.AnswerStanding;
import org.nostos.requests.Asked;
import org.nostos.requests.NoteEvent;
import org.nostos.requests.NoteLine;
import org.nostos.requests.NoteStanding;
import org.nostos.requests.NoteVerbale;
import org.nostos.requests.NotesVerbales;
import org.nostos.requests.NotesVerbales.Annex;
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
        Map<UUID, NoteVerbale> asking =
                notes.byIds(ids).stream()
                        .collect(Collectors.toMap(NoteVerbale::id, Function.identity()));
        Map<UUID, NoteStanding> standings = standings(asking.values(), at);
        List<UUID> lineIds = lines.stream().map(NoteLine::id).toList();
        Map<UUID, List<AnswerEvent>> answers =
                notes.answers(lineIds).stream().collect(groupingBy(AnswerEvent::line));
        Map<UUID, UUID> persons =
                notes.persons(lineIds).stream()
                        .collect(Collectors.toMap(LinePerson::line, LinePerson::person));
        Map<UUID, List<AnswerCondition.Said>> conditions = conditions(answers.values(), at);
        List<Asked> asked = new ArrayList<>();
        for (NoteLine line : lines) {
            NoteVerbale note = Objects.requireNonNull(asking.get(line.note()));
            NoteStanding standing = Objects.requireNonNull(standings.get(line.note()));
            List<AnswerEvent> said =
                    answers.getOrDefault(line.id(), List.of()).stream()
                            .filter(event -> at.counts(event.on(), event.recordedAt()))
                            .toList();
            AnswerStanding answer = AnswerStanding.of(said, clock(standing), at);
            AnswerEvent last = answer.event();
            List<AnswerCondition.Said> of =
                    last == null ? List.of() : conditions.getOrDefault(last.id(), List.of());
            asked.add(
                    new Asked(
                            note,
                            standing,
                            line,
                            persons.getOrDefault(line.id(), NOBODY),
                            answer,
                            AnswerCondition.of(last, of),
                            said));
        }
        return asked;
    }

    /// What was said of conditions, by the answer that lays them down; nothing is read where none are.
    private Map<UUID, List<AnswerCondition.Said>> conditions(
            Collection<List<AnswerEvent>> answers, AsOf at) {
        List<UUID> laidDown =
                answers.stream()
                        .flatMap(List::stream)
                        .filter(event -> event.kind() == AnswerKind.ACCEPTED_CONDITIONAL)
                        .map(AnswerEvent::id)
                        .toList();
        return laidDown.isEmpty()
                ? Map.of()
                : notes.conditions(laidDown).stream()
                        .filter(said -> at.counts(said.on(), said.recordedAt()))
                        .collect(groupingBy(AnswerCondition.Said::answer));
    }

    /// Where a note stands, and how many it asks about.
    public record Stood(NoteStanding standing, Annex annex) {}

    /// The standing of each note, by its id.
    public Map<UUID, NoteStanding> standings(Collection<NoteVerbale> of, AsOf at) {
        Map<UUID, NoteStanding> standings = new HashMap<>();
        stood(of, of.isEmpty() ? Map.of() : notes.annexes(ids(of), at), at)
                .forEach((note, stood) -> standings.put(note, stood.standing()));
        return standings;
    }

    /// Where each note stands now, by its id, with what is kept of its annex: nobody is read.
    public Map<UUID, Stood> stoodNow(Collection<NoteVerbale> of) {
        return stood(of, of.isEmpty() ? Map.of() : notes.annexes(ids(of)), AsOf.now());
    }

    private Map<UUID, Stood> stood(Collection<NoteVerbale> of, Map<UUID, Annex> annexes, AsOf at) {
        Map<UUID, List<NoteEvent>> events =
                of.isEmpty()
                        ? Map.of()
                        : notes.events(ids(of)).stream().collect(groupingBy(NoteEvent::note));
        Map<StateCode, List<StateAgreement>> agreements = new HashMap<>();
        Map<UUID, Stood> stood = new HashMap<>();
        for (NoteVerbale note : of) {
            Annex annex = annexes.getOrDefault(note.id(), Annex.EMPTY);
            NoteStanding standing =
                    NoteStanding.of(
                            events.getOrDefault(note.id(), List.of()),
                            note.asked(),
                            agreements.computeIfAbsent(note.state(), states::agreements),
                            annex.persons(),
                            annex.answered(),
                            at);
            stood.put(note.id(), new Stood(standing, annex));
        }
        return stood;
    }

    private static List<UUID> ids(Collection<NoteVerbale> of) {
        return of.stream().map(NoteVerbale::id).toList();
    }

    /// A note that came back, was withdrawn or closed has no clock that runs.
    private static @Nullable LocalDate clock(NoteStanding standing) {
        return switch (standing.state()) {
            case RETURNED, WITHDRAWN -> null;
            default -> standing.due();
        };
    }
}
