package org.nostos.whole;

import static org.nostos.requests.Ministry.today;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.requests.AnswerCondition;
import org.nostos.requests.AnswerCondition.Kind;
import org.nostos.requests.AnswerCondition.Standing;
import org.nostos.requests.AnswerForm;
import org.nostos.requests.AnswerKind;
import org.nostos.requests.Answering;
import org.nostos.requests.Answers;
import org.nostos.requests.Asked;
import org.nostos.requests.ConditionKeeping;
import org.nostos.requests.Ministry;

/// What can be tried with the conditions under which a state accepts somebody.
final class RepertoireOfConditions {

    private final Cast cast;
    private final Ministry m;

    RepertoireOfConditions(Cast cast) {
        this.cast = cast;
        this.m = cast.m;
    }

    List<Deed> all() {
        List<Deed> deeds = new ArrayList<>();
        List<Caller> consuls = List.of(m.meridia, m.oristan);
        List<Caller> hands = List.of(m.officer, m.colleague, m.meridia, m.legal);
        for (int i = 0; i < 3; i++) {
            deeds.add(new Deed("accepted if", consuls, this::acceptedIf));
            deeds.add(new Deed("said of a condition", hands, this::said));
            deeds.add(new Deed("said of a condition", hands, this::said));
            deeds.add(new Deed("condition met", List.of(m.officer, m.colleague), this::next));
        }
        return deeds;
    }

    private @Nullable Supplier<List<Obstacle>> acceptedIf(Play play, Step step) {
        List<Asked> asked = asked(play, step);
        if (asked.isEmpty()) {
            return null;
        }
        Asked one = asked.getFirst();
        String conditions =
                step.more() % 3 == 0
                        ? "an aunt comes along\r\n\r\na bed is found"
                        : "an aunt comes along";
        AnswerForm form =
                new AnswerForm(
                        AnswerKind.ACCEPTED_CONDITIONAL, conditions, null, "", "", "", null, null);
        UUID note = one.note().id();
        return () ->
                m.bean(Answering.class)
                        .give(note, List.of(one.line().id()), form, today(), m.file(note).last());
    }

    /// Anything, of any condition, by anybody.
    private @Nullable Supplier<List<Obstacle>> said(Play play, Step step) {
        return asked(play, step).stream()
                .filter(one -> !one.conditions().isEmpty())
                .findFirst()
                .map(one -> {
                    AnswerCondition condition =
                            one.conditions().get(step.two() % one.conditions().size());
                    Kind kind = step.of(Kind.values(), step.more());
                    return (Supplier<List<Obstacle>>) () -> say(play, step, one, condition, kind);
                })
                .orElse(null);
    }

    /// What the first condition that is open still lacks: that it is said to be met, or another hand.
    private @Nullable Supplier<List<Obstacle>> next(Play play, Step step) {
        for (Asked one : asked(play, step)) {
            for (AnswerCondition condition : one.conditions()) {
                if (condition.isOpen()) {
                    Kind kind =
                            condition.standing() == Standing.SAID_MET ? Kind.CONFIRMED : Kind.MET;
                    return () -> say(play, step, one, condition, kind);
                }
            }
        }
        return null;
    }

    private List<Obstacle> say(
            Play play, Step step, Asked asked, AnswerCondition condition, Kind kind) {
        ConditionKeeping keeping = m.bean(ConditionKeeping.class);
        UUID seen = play.seen(step, condition.seen());
        return Caller.required().role() == Role.CONSULAR_OFFICER
                ? keeping.sayAtDesk(
                        asked.note().id(),
                        condition.answer(),
                        condition.place(),
                        kind,
                        "paper 3",
                        seen)
                : keeping.say(
                        play.one(step),
                        condition.answer(),
                        condition.place(),
                        new ConditionKeeping.Saying(
                                kind, play.day(step), "Ash Rowan", "paper 3", seen));
    }

    private List<Asked> asked(Play play, Step step) {
        List<UUID> one = cast.one(play.person(step));
        return m.officer.call(() -> m.bean(Answers.class).of(one, AsOf.now()));
    }
}
