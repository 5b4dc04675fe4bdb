package org.nostos.legal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.legal.Proceeding.Event;
import org.nostos.legal.Proceeding.Kind;
import org.nostos.legal.Proceeding.Sentence;
import org.nostos.legal.internal.LawDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what courts do. Nothing of it is decided here. Thread-safe.
@Service
@Transactional
public class ProceedingKeeping {

    private final LawDesk desk;
    private final Reviews reviews;

    ProceedingKeeping(LawDesk desk, Reviews reviews) {
        this.desk = desk;
        this.reviews = reviews;
    }

    @Transactional(readOnly = true)
    public List<Proceeding> all(Collection<UUID> persons, AsOf asOf) {
        return Proceeding.of(reviews.proceedings(persons), asOf);
    }

    /// An investigation was opened.
    public List<Obstacle> open(LawStep step) {
        desk.turn(step);
        List<Obstacle> obstacles = desk.words(step);
        if (obstacles.isEmpty()) {
            UUID id = UUID.randomUUID();
            add(step, id, id, Kind.INVESTIGATED, null, null);
        }
        return obstacles;
    }

    /// Records what the court did next.
    ///
    /// @param sentence of a conviction, or what a sentence became
    /// @param term of a prison sentence; of any other it must say nothing
    public List<Obstacle> record(
            LawStep step,
            UUID proceeding,
            Kind kind,
            @Nullable Sentence sentence,
            PrisonTerm term) {
        desk.turn(step);
        Optional<Proceeding> now =
                all(step.persons(), AsOf.now()).stream()
                        .filter(known -> known.id().equals(proceeding))
                        .findFirst();
        if (now.isEmpty()) {
            return List.of(Obstacle.of("obstacle.legal.step"));
        }
        UUID last = now.get().events().getLast().stamp().id();
        List<Obstacle> obstacles = new ArrayList<>(desk.against(step, last));
        if (!now.get().next().contains(kind)) {
            obstacles.add(Obstacle.of("obstacle.legal.step"));
        }
        boolean says = kind == Kind.CONVICTED || kind == Kind.COMMUTED;
        boolean ofPrison = kind == Kind.TERM_STATED || says && sentence == Sentence.PRISON;
        boolean same = kind == Kind.COMMUTED && isSame(now.get(), sentence, ofPrison, term);
        if (says && (sentence == null || same)) {
            obstacles.add(Obstacle.of("obstacle.legal.sentence"));
        }
        boolean empty = term.equals(PrisonTerm.UNKNOWN);
        if (!term.makesSense() || (ofPrison ? kind == Kind.TERM_STATED && empty : !empty)) {
            obstacles.add(Obstacle.of("obstacle.legal.term"));
        }
        if (obstacles.isEmpty()) {
            add(
                    step,
                    UUID.randomUUID(),
                    proceeding,
                    kind,
                    says ? sentence : null,
                    ofPrison ? term : null);
        }
        return obstacles;
    }

    private static boolean isSame(
            Proceeding now, @Nullable Sentence sentence, boolean ofPrison, PrisonTerm term) {
        return Objects.equals(sentence, now.sentence())
                && (!ofPrison || Objects.equals(term, now.term()));
    }

    private void add(
            LawStep step,
            UUID id,
            UUID proceeding,
            Kind kind,
            @Nullable Sentence sentence,
            @Nullable PrisonTerm term) {
        String act = "legal.court-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        reviews.add(
                new Event(
                        LawDesk.stamp(id, step),
                        proceeding,
                        kind,
                        sentence,
                        term,
                        step.reason(),
                        step.source()),
                desk.act(act, step, id));
        desk.changed(step);
    }
}
