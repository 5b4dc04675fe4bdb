package org.nostos.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.nostos.requests.NotesVerbales.LinePerson;
import org.nostos.requests.internal.Folding;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers as they come: given by a consular officer at their own desk, or recorded by the committee
/// from a paper. Thread-safe.
@Service
@Transactional
public class Answering {

    private final Acts acts;
    private final NotesVerbales notes;
    private final States states;
    private final Folding folding;
    private final ApplicationEventPublisher events;

    public Answering(
            Acts acts,
            NotesVerbales notes,
            States states,
            Folding folding,
            ApplicationEventPublisher events) {
        this.acts = acts;
        this.notes = notes;
        this.states = states;
        this.folding = folding;
        this.events = events;
    }

    /// Gives or records one answer about each of these lines of a note.
    ///
    /// @param seen the latest event that the page showed
    public List<Obstacle> give(
            UUID noteId,
            Collection<UUID> lines,
            AnswerForm form,
            LocalDate on,
            @Nullable UUID seen) {
        notes.turn(noteId);
        NoteVerbale note =
                notes.byId(noteId)
                        .orElseThrow(() -> new NoSuchElementException("no note " + noteId));
        List<Asked> asked = folding.asked(notes.lines(List.of(noteId)), AsOf.now());
        @Nullable UUID last = NoteKeeping.last(notes.events(List.of(noteId)), asked);
        if (last != null && !last.equals(seen)) {
            return List.of(Obstacle.of("obstacle.case.changed"));
        }
        List<Asked> meant = asked.stream().filter(one -> lines.contains(one.line().id())).toList();
        List<Obstacle> faults = faults(note, meant, form, on);
        if (faults.isEmpty()) {
            write(note, meant, form, on);
        }
        return faults;
    }

    /// Records that a state has these persons, who are one, back: on every line on which it accepted them.
    /// Whoever hands them over has looked at what is asked of it.
    public void takenBack(Collection<UUID> persons, StateCode state, LocalDate on, String source) {
        AnswerForm form = AnswerForm.of(AnswerKind.TAKEN_BACK).from(source, null);
        List<Asked> accepted =
                folding.asked(notes.linesOf(persons), AsOf.now()).stream()
                        .filter(one -> one.note().state().equals(state))
                        .filter(one -> one.answer().event() != null)
                        .filter(one -> fits(AnswerKind.TAKEN_BACK, one))
                        .toList();
        for (Asked one : accepted) {
            notes.turn(one.note().id());
            write(one.note(), List.of(one), form, on);
        }
    }

    private List<Obstacle> faults(
            NoteVerbale note, List<Asked> meant, AnswerForm form, LocalDate on) {
        boolean atDesk = Caller.required().role() == Role.CONSULAR_OFFICER;
        List<Obstacle> faults = new ArrayList<>(form.faults());
        if (meant.isEmpty()) {
            faults.add(Obstacle.of("obstacle.requests.nothing-chosen"));
        }
        if (on.isAfter(LocalDate.now(ZoneOffset.UTC))) {
            faults.add(Obstacle.of("obstacle.requests.future"));
        }
        if (!atDesk && form.source().isEmpty()) {
            faults.add(Obstacle.of("obstacle.requests.answer-source"));
        }
        if (atDesk && !form.kind().isForStates()) {
            faults.add(Unmet.of(RequestRule.WRONG_ORDER).obstacle());
        }
        for (Asked one : meant) {
            if (!fits(form.kind(), one)) {
                faults.add(Unmet.of(RequestRule.WRONG_ORDER).obstacle());
                break;
            }
        }
        if (form.kind() == AnswerKind.DEEMED_ACCEPTED && !deemed(note, meant, form)) {
            faults.add(Unmet.of(RequestRule.NO_DEEMED_OUTCOME).obstacle());
        }
        return faults;
    }

    private static boolean fits(AnswerKind kind, Asked one) {
        NoteState state = one.noteStanding().state();
        if (!state.isWithState() && state != NoteState.CLOSED) {
            return false;
        }
        return switch (kind) {
            case ANSWER_WITHDRAWN -> one.answer().event() != null;
            case REVIEW_UPHELD, REVIEW_QUASHED -> one.answer().state() == AnswerState.REFUSED;
            case DEEMED_ACCEPTED -> one.answer().state() == AnswerState.NO_ANSWER;
            default -> true;
        };
    }

    /// Whether an agreement in force says what this silence comes to, and a legal reviewer applies it.
    private boolean deemed(NoteVerbale note, List<Asked> meant, AnswerForm form) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return Caller.required().role() == Role.LEGAL_REVIEWER
                && states.agreements(note.state()).stream()
                        .anyMatch(agreement ->
                                agreement.id().equals(form.agreement())
                                        && agreement.silence() == StateAgreement.Silence.ACCEPTED
                                        && agreement.speaksOf(note.asked(), today))
                && meant.stream().allMatch(one -> one.noteStanding().delivered() != null);
    }

    private void write(NoteVerbale note, List<Asked> meant, AnswerForm form, LocalDate on) {
        Caller caller = Caller.required();
        boolean atDesk = caller.role() == Role.CONSULAR_OFFICER;
        List<UUID> lines = meant.stream().map(one -> one.line().id()).toList();
        List<UUID> persons =
                notes.persons(lines).stream().map(LinePerson::person).distinct().toList();
        Act act =
                Act.of(
                        "requests.answered",
                        Purpose.STATE_REQUEST,
                        Map.of(
                                "note",
                                note.id(),
                                "lines",
                                lines,
                                "persons",
                                persons,
                                "answer",
                                form.kind().name()));
        UUID written =
                acts.record(form.document() == null ? act : act.withDocument(form.document()));
        for (UUID line : lines) {
            notes.add(
                    new AnswerEvent(
                            UUID.randomUUID(),
                            line,
                            on,
                            form,
                            atDesk,
                            caller.account(),
                            caller.displayName(),
                            Instant.now()),
                    written);
        }
        persons.forEach(person -> events.publishEvent(new CaseChanged(person)));
    }
}
