package org.nostos.requests;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.registry.KnownAs;
import org.nostos.registry.Person;
import org.nostos.requests.internal.Folding;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What states have answered about somebody, at two times. Reads and decides nothing. Thread-safe.
@Service
@Transactional(readOnly = true)
public class Answers {

    private final NotesVerbales notes;
    private final Folding folding;

    public Answers(NotesVerbales notes, Folding folding) {
        this.notes = notes;
        this.folding = folding;
    }

    /// Every line about somebody known under these persons in a note that had been sent, the latest
    /// first.
    public List<Asked> of(Collection<UUID> persons, AsOf at) {
        if (persons.isEmpty()) {
            return List.of();
        }
        return sent(folding.asked(notes.linesOf(persons), at));
    }

    /// The same for many people at once, by the leader; of those whom nobody asked about, nothing.
    public Map<UUID, List<Asked>> ofEach(Collection<List<Person>> people, AsOf at) {
        KnownAs known = new KnownAs(people);
        return known.share(sent(folding.asked(notes.linesOf(known.ids()), at)), Asked::person);
    }

    private static List<Asked> sent(List<Asked> asked) {
        return asked.stream()
                .filter(one -> one.noteStanding().sent() != null)
                .sorted(Comparator.comparing((Asked one) -> one.note().recordedAt()).reversed())
                .toList();
    }

    /// What stands in the way of taking these persons to a state, of its own answer: nothing once it
    /// has accepted them.
    public List<Unmet> against(Collection<UUID> persons, StateCode destination, AsOf at) {
        return against(of(persons, at), destination);
    }

    /// The same of what was read before, the latest first. Pure.
    public static List<Unmet> against(List<Asked> all, StateCode destination) {
        List<Asked> there =
                all.stream()
                        .filter(one -> one.note().state().equals(destination))
                        .filter(one -> one.note().asked() != AskedFor.PROSECUTION)
                        .toList();
        List<Asked> own =
                there.stream().filter(one -> one.note().asked() != AskedFor.RELOCATION).toList();
        List<Asked> asked = own.isEmpty() ? there : own;
        if (asked.isEmpty()) {
            return List.of(Unmet.of(RequestRule.NOT_ASKED, destination.value()));
        }
        return decisive(asked).map(one -> unmet(one, destination)).orElse(List.of());
    }

    /// The line on which the state spoke last, be it to take an answer back; a question that was asked
    /// later and is still open does not hide it.
    private static Optional<Asked> decisive(List<Asked> asked) {
        return asked.stream()
                .filter(one -> one.answer().last() != null)
                .max(Comparator.comparing(Answers::last, AnswerStanding.IN_ORDER))
                .or(() ->
                        asked.stream()
                                .filter(one -> one.noteStanding().state() != NoteState.WITHDRAWN)
                                .findFirst())
                .or(() -> asked.stream().findFirst());
    }

    private static AnswerEvent last(Asked asked) {
        return Objects.requireNonNull(asked.answer().last());
    }

    private static List<Unmet> unmet(Asked asked, StateCode destination) {
        String state = destination.value();
        List<Unmet> missing = new ArrayList<>();
        switch (asked.answer().state()) {
            case ACCEPTED, DEEMED_ACCEPTED -> {}
            case PENDING -> missing.add(pending(asked, state));
            case NO_ANSWER -> missing.add(Unmet.of(RequestRule.NO_ANSWER, state));
            case ANSWER_WITHDRAWN -> missing.add(Unmet.of(RequestRule.ANSWER_WITHDRAWN, state));
            case REFUSED -> missing.add(Unmet.of(RequestRule.REFUSED, state));
            case NOT_OUR_NATIONAL -> missing.add(Unmet.of(RequestRule.NOT_OUR_NATIONAL, state));
            case MORE_INFORMATION_NEEDED -> missing.add(Unmet.of(RequestRule.MORE_NEEDED, state));
            case ACCEPTED_CONDITIONAL -> missing.addAll(open(asked, state));
            case ACCEPTED_CHILD_ONLY -> missing.add(Unmet.of(RequestRule.CHILD_ONLY, state));
        }
        return missing;
    }

    /// A condition that nobody can name is open as well.
    private static List<Unmet> open(Asked asked, String state) {
        return asked.conditions().isEmpty()
                ? List.of(Unmet.of(RequestRule.CONDITIONS, state, "1"))
                : asked.conditions().stream()
                        .filter(AnswerCondition::isOpen)
                        .map(one -> Integer.toString(one.place()))
                        .map(place -> Unmet.of(RequestRule.CONDITIONS, state, place))
                        .toList();
    }

    private static Unmet pending(Asked asked, String state) {
        Unmet pending = Unmet.of(RequestRule.PENDING, state);
        return asked.noteStanding().due() == null
                ? pending
                : pending.by(asked.noteStanding().due());
    }
}
