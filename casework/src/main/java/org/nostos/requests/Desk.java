package org.nostos.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.parties.Caller;
import org.nostos.requests.NoteEvent.Kind;
import org.nostos.requests.internal.Folding;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The desk of a state in this house: the notes that were sent to it, read from their lines as they
/// were disclosed and never from the registry. Thread-safe.
@Service
@Transactional
public class Desk {

    private final Acts acts;
    private final NotesVerbales notes;
    private final States states;
    private final Folding folding;

    public Desk(Acts acts, NotesVerbales notes, States states, Folding folding) {
        this.acts = acts;
        this.notes = notes;
        this.states = states;
        this.folding = folding;
    }

    /// A note on the desk.
    ///
    /// @param last the latest event the caller may see, which a form names
    public record DeskNote(
            NoteVerbale note,
            NoteStanding standing,
            List<Asked> lines,
            List<NoteEvent> events,
            @Nullable UUID last) {}

    /// The notes sent to the caller's state, the latest first. It shows counts and nobody.
    @Transactional(readOnly = true)
    public List<NoteKeeping.Line> notes() {
        return NoteKeeping.lines(folding, notes.all(null, Integer.MAX_VALUE));
    }

    /// The state's own numbers, if it was asked.
    @Transactional(readOnly = true)
    public Optional<Scorecard> numbers() {
        return states.scorecards(LocalDate.now(ZoneOffset.UTC)).stream().findFirst();
    }

    /// One note whole: reading it is an act.
    public Optional<DeskNote> note(UUID id) {
        Optional<DeskNote> found = notes.byId(id).map(this::read);
        found.ifPresent(note ->
                acts.record(
                        Act.of(
                                "requests.desk-read",
                                Purpose.STATE_REQUEST,
                                Map.of(
                                        "note",
                                        id,
                                        "lines",
                                        note.lines().stream()
                                                .map(one -> one.line().id())
                                                .toList()))));
        return found;
    }

    @Transactional(readOnly = true)
    public String number(UUID id) {
        return notes.byId(id)
                .map(NoteVerbale::number)
                .orElseThrow(() -> new NoSuchElementException("no number: " + id));
    }

    /// The note as it was printed and signed: reading it is an act.
    public Optional<NotesVerbales.PaperOf> paper(UUID id) {
        Optional<NotesVerbales.PaperOf> paper = notes.paper(id);
        paper.ifPresent(file ->
                acts.record(
                        Act.of("requests.paper-read", Purpose.STATE_REQUEST, Map.of("note", id))
                                .withDocument(file.sha256())));
        return paper;
    }

    /// Says that the note has come.
    public List<Obstacle> acknowledge(UUID id, @Nullable UUID seen) {
        DeskNote desk =
                notes.byId(id)
                        .map(this::read)
                        .orElseThrow(() -> new NoSuchElementException("no note " + id));
        if (desk.last() != null && !desk.last().equals(seen)) {
            return List.of(Obstacle.of("obstacle.case.changed"));
        }
        NoteState state = desk.standing().state();
        if (state != NoteState.SENT && state != NoteState.DELIVERED) {
            return List.of(Obstacle.of("unmet.request.wrong-order"));
        }
        Caller caller = Caller.required();
        UUID act =
                acts.record(
                        Act.of(
                                "requests.note-acknowledged",
                                Purpose.STATE_REQUEST,
                                Map.of("note", id)));
        notes.add(
                new NoteEvent(
                        UUID.randomUUID(),
                        id,
                        Kind.ACKNOWLEDGED,
                        LocalDate.now(ZoneOffset.UTC),
                        "",
                        "",
                        null,
                        caller.account(),
                        caller.displayName(),
                        Instant.now()),
                act);
        return List.of();
    }

    private DeskNote read(NoteVerbale note) {
        AsOf now = AsOf.now();
        List<Asked> lines = folding.asked(notes.lines(List.of(note.id())), now);
        List<NoteEvent> events = notes.events(List.of(note.id()));
        return new DeskNote(
                note, standing(note, lines, now), lines, events, NoteKeeping.last(events, lines));
    }

    /// Where the note stands, as its lines were read with it: every look through the wall of a state's
    /// desk costs as much as all lines of all its notes.
    private NoteStanding standing(NoteVerbale note, List<Asked> lines, AsOf now) {
        return lines.isEmpty()
                ? Objects.requireNonNull(folding.standings(List.of(note), now).get(note.id()))
                : lines.getFirst().noteStanding();
    }
}
