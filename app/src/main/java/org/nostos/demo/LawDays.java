package org.nostos.demo;

import static org.nostos.demo.Casebook.ago;
import static org.nostos.demo.Casebook.step;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.demo.Casebook.Known;
import org.nostos.legal.ExclusionKeeping;
import org.nostos.legal.LawStep;
import org.nostos.legal.PrisonTerm;
import org.nostos.legal.Proceeding;
import org.nostos.legal.Proceeding.Sentence;
import org.nostos.legal.ProceedingKeeping;
import org.nostos.legal.Representation;
import org.nostos.legal.ReviewEvent.Kind;
import org.nostos.legal.ReviewEvent.Outcome;
import org.nostos.legal.ReviewKeeping;

/// Reviews and courts: a case for every state that a review or a proceeding can be in, and each outcome.
final class LawDays {

    private static final List<Kind> TO_FINAL =
            List.of(
                    Kind.OPENED,
                    Kind.FILE_COMPLETE,
                    Kind.SCHEDULED,
                    Kind.HEARD,
                    Kind.DECISION_PROPOSED,
                    Kind.DECIDED,
                    Kind.NOTIFIED,
                    Kind.FINAL);

    private final Casebook book;
    private final ReviewKeeping reviews;
    private final ProceedingKeeping courts;

    LawDays(Casebook book) {
        this.book = book;
        this.reviews = book.bean(ReviewKeeping.class);
        this.courts = book.bean(ProceedingKeeping.class);
    }

    void hold() {
        for (int i = 0; i < TO_FINAL.size(); i++) {
            reviewed(book.adult(), TO_FINAL.subList(0, i + 1), Outcome.REFER_TO_REHABILITATION);
        }
        List<Kind> told = TO_FINAL.subList(0, 7);
        Known appellant = book.adult();
        reviewed(appellant, told, Outcome.CONTINUE_HOLDING);
        take(appellant, Kind.APPEALED, null);
        Known upheld = book.adult();
        reviewed(upheld, told, Outcome.REFER_TO_JUDICIARY);
        take(upheld, Kind.APPEALED, null);
        take(upheld, Kind.UPHELD, null);
        Known quashed = book.adult();
        reviewed(quashed, told, Outcome.CONTINUE_HOLDING);
        take(quashed, Kind.APPEALED, null);
        take(quashed, Kind.QUASHED, null);
        reviewed(book.adult(), TO_FINAL, Outcome.RELEASE);
        reviewed(book.adult(), TO_FINAL, Outcome.CONTINUE_HOLDING);
        courts();
        Known kept = book.adult();
        exclude(kept, false);
        exclude(book.adult(), true);
        represent(appellant);
        represent(upheld);
        represent(kept);
    }

    /// Takes the person's review through these steps.
    void reviewed(Known who, List<Kind> steps, Outcome outcome) {
        for (Kind kind : steps) {
            take(who, kind, outcome);
        }
    }

    private void take(Known who, Kind kind, @Nullable Outcome outcome) {
        Member hand =
                switch (kind) {
                    case DECIDED, UPHELD, QUASHED -> Member.MAPLE;
                    case OPENED, DECISION_PROPOSED, FINAL -> Member.FERN;
                    default -> Member.MOSS;
                };
        UUID seen =
                book.ask(hand, () -> reviews.all(who.ids(), AsOf.now())).stream()
                        .flatMap(review -> review.events().stream())
                        .reduce((_, later) -> later)
                        .map(event -> event.stamp().id())
                        .orElse(null);
        LawStep step = step(who, seen, 14, "as the panel's minutes say");
        book.as(hand, () -> take(step, kind, outcome));
    }

    private List<Obstacle> take(LawStep step, Kind kind, @Nullable Outcome outcome) {
        LocalDate next = outcome == Outcome.CONTINUE_HOLDING ? ago(-100) : null;
        return switch (kind) {
            case OPENED -> reviews.open(step);
            case FILE_COMPLETE -> reviews.complete(step);
            case SCHEDULED -> reviews.schedule(step, ago(-7));
            case HEARD -> reviews.hear(step, "Maple Thorn, Fern Alder, Ash Rowan", "Sumac Reed");
            case DECISION_PROPOSED -> reviews.propose(step, outcome, next);
            case DECIDED -> reviews.decide(step);
            case NOTIFIED -> reviews.inform(step, "Arabic", "Sumac Reed", null);
            case APPEALED -> reviews.appeal(step);
            case UPHELD -> reviews.uphold(step);
            case QUASHED -> reviews.quash(step);
            case FINAL -> reviews.close(step);
            case RECUSED -> reviews.recuse(step);
            case RETURNED -> reviews.giveBack(step);
        };
    }

    private void courts() {
        List<Proceeding.Kind> tried = List.of(Proceeding.Kind.CHARGED, Proceeding.Kind.TRIED);
        court(Sentence.PRISON);
        court(Sentence.PRISON, Proceeding.Kind.CHARGED);
        court(Sentence.PRISON, tried.get(0), tried.get(1));
        court(Sentence.PRISON, Proceeding.Kind.DISCONTINUED);
        court(Sentence.PRISON, tried.get(0), tried.get(1), Proceeding.Kind.ACQUITTED);
        court(Sentence.PRISON, tried.get(0), tried.get(1), Proceeding.Kind.CONVICTED);
        court(
                Sentence.OTHER,
                tried.get(0),
                tried.get(1),
                Proceeding.Kind.CONVICTED,
                Proceeding.Kind.APPEALED);
        court(
                Sentence.PRISON,
                tried.get(0),
                tried.get(1),
                Proceeding.Kind.CONVICTED,
                Proceeding.Kind.FINAL);
        court(Sentence.DEATH, tried.get(0), tried.get(1), Proceeding.Kind.CONVICTED);
        court(
                Sentence.DEATH,
                tried.get(0),
                tried.get(1),
                Proceeding.Kind.CONVICTED,
                Proceeding.Kind.FINAL,
                Proceeding.Kind.SUSPENDED);
        court(
                Sentence.DEATH,
                tried.get(0),
                tried.get(1),
                Proceeding.Kind.CONVICTED,
                Proceeding.Kind.FINAL,
                Proceeding.Kind.CARRIED_OUT);
        court(
                Sentence.DEATH,
                tried.get(0),
                tried.get(1),
                Proceeding.Kind.CONVICTED,
                Proceeding.Kind.COMMUTED);
    }

    private void court(Sentence sentence, Proceeding.Kind... kinds) {
        Known who = book.adult();
        book.as(Member.MOSS, () -> courts.open(step(who, null, 60, "order 4 of the court")));
        for (Proceeding.Kind kind : kinds) {
            Proceeding now =
                    book.ask(Member.MOSS, () -> courts.all(who.ids(), AsOf.now())).getFirst();
            LawStep step =
                    step(who, now.events().getLast().stamp().id(), 30, "the court's register");
            Sentence said = kind == Proceeding.Kind.COMMUTED ? Sentence.PRISON : sentence;
            PrisonTerm term = term(kind, said, step.on());
            book.as(Member.MOSS, () -> courts.record(step, now.id(), kind, said, term));
        }
    }

    private static PrisonTerm term(Proceeding.Kind kind, Sentence said, LocalDate on) {
        boolean sentences = kind == Proceeding.Kind.CONVICTED || kind == Proceeding.Kind.COMMUTED;
        return sentences && said == Sentence.PRISON
                ? new PrisonTerm(Period.of(3, 6, 0), false, on, 120)
                : PrisonTerm.UNKNOWN;
    }

    private void exclude(Known who, boolean ended) {
        ExclusionKeeping keeping = book.bean(ExclusionKeeping.class);
        LawStep step = step(who, null, 20, "the committee's decision 3 keeps this group back");
        book.as(Member.MOSS, () -> keeping.record(step));
        if (ended) {
            UUID exclusion =
                    book.ask(Member.MOSS, () -> keeping.all(who.ids(), AsOf.now()))
                            .getFirst()
                            .recorded()
                            .stamp()
                            .id();
            book.as(
                    Member.MOSS,
                    () -> keeping.end(step(who, null, 2, "decision 5 ended it"), exclusion));
        }
    }

    private void represent(Known who) {
        UUID counsel = book.account(Member.YARROW);
        book.as(
                Member.MOSS,
                () ->
                        book.bean(Representation.class)
                                .appoint(step(who, null, 10, "the person asked for her"), counsel));
    }
}
