package org.nostos.whole;

import static org.nostos.requests.Ministry.today;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.requests.AnswerCondition;
import org.nostos.requests.AnswerCondition.Kind;
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
            deeds.add(new Deed("conditions met", List.of(m.colleague, m.meridia), this::met));
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

    /// All of them are said to be met by an officer, and confirmed by whoever tries it.
    private @Nullable Supplier<List<Obstacle>> met(Play play, Step step) {
        Asked asked =
                asked(play, step).stream()
                        .filter(one -> !one.conditions().isEmpty())
                        .findFirst()
                        .orElse(null);
        return asked == null
                ? null
                : () -> {
                    List<Obstacle> refused = new ArrayList<>();
                    for (AnswerCondition each : asked.conditions()) {
                        refused.addAll(
                                m.officer.call(() -> say(play, step, asked, each, Kind.MET)));
                        AnswerCondition now =
                                asked(play, step).stream()
                                        .flatMap(one -> one.conditions().stream())
                                        .filter(one -> one.answer().equals(each.answer()))
                                        .filter(one -> one.place() == each.place())
                                        .findFirst()
                                        .orElseThrow(NoSuchElementException::new);
                        refused.addAll(say(play, step, asked, now, Kind.CONFIRMED));
                    }
                    return refused;
                };
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
