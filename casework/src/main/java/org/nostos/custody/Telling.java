package org.nostos.custody;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.custody.ConsularChoice.Wish;
import org.nostos.custody.internal.Entries;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a person was told and chose, and what an officer says of an item of their file. Thread-safe.
///
/// Each of it stands beside what was said before, and the latest counts: nobody overwrites anybody.
@Service
@Transactional
public class Telling {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LANGUAGE = 100;

    private final Acts acts;
    private final Told told;
    private final CustodyEvents events;
    private final ApplicationEventPublisher publisher;

    Telling(Acts acts, Told told, CustodyEvents events, ApplicationEventPublisher publisher) {
        this.acts = acts;
        this.told = told;
        this.events = events;
        this.publisher = publisher;
    }

    /// How it was told: on which day, in which language, through whom, and where that is known from.
    public record How(LocalDate on, String language, String interpreter, String source) {
        public How {
            language = language.strip();
            interpreter = interpreter.strip();
            source = source.strip();
        }
    }

    /// Records that the person was told of a right, and what they answered.
    public List<Obstacle> right(UUID person, Right right, How how, String answer) {
        String said = answer.strip();
        List<Obstacle> obstacles = lacking(how, true);
        if (said.length() > Entries.LONGEST_TEXT) {
            obstacles.add(Obstacle.of("obstacle.custody.too-long"));
        }
        if (obstacles.isEmpty()) {
            RightsNotice notice =
                    new RightsNotice(
                            Entries.stamp(person, how.on),
                            right,
                            how.language,
                            how.interpreter,
                            said,
                            how.source);
            events.turn(person);
            told.add(notice, act("custody.right-told", person, "notice", notice.stamp().id(), ""));
            publisher.publishEvent(new CaseChanged(person));
        }
        return obstacles;
    }

    /// Whom of the family was told, or was to be, and how, or why not.
    public record ToKin(
            KinNotice.Occasion occasion,
            LocalDate on,
            String whom,
            KinNotice.@Nullable Means means,
            KinNotice.@Nullable WhyNot why,
            String words,
            String source) {
        ToKin stripped() {
            return new ToKin(occasion, on, whom.strip(), means, why, words.strip(), source.strip());
        }
    }

    /// Records that the next of kin were told of something, or why they were not.
    public List<Obstacle> kin(UUID person, ToKin said) {
        ToKin to = said.stripped();
        List<Obstacle> obstacles = lacking(new How(to.on, "", "", to.source), false);
        boolean nobody = to.why == KinNotice.WhyNot.NOBODY_KNOWN;
        if ((to.means == null) == (to.why == null) || (to.why != null && to.words.isEmpty())) {
            obstacles.add(Obstacle.of("obstacle.custody.kin-how"));
        }
        if (to.whom.length() > LONGEST_NAME || to.whom.isEmpty() && !nobody) {
            obstacles.add(Obstacle.of("obstacle.custody.kin-whom"));
        }
        if (to.words.length() > Entries.LONGEST_TEXT) {
            obstacles.add(Obstacle.of("obstacle.custody.too-long"));
        }
        if (to.why != null && !KinNotice.excuses(to.why, to.occasion)) {
            obstacles.add(Unmet.of(CustodyRule.KIN_DEATH, to.on.toString()).obstacle());
        }
        if (obstacles.isEmpty()) {
            KinNotice notice =
                    new KinNotice(
                            Entries.stamp(person, to.on),
                            to.occasion,
                            to.whom,
                            to.means,
                            to.why,
                            to.words,
                            to.source);
            events.turn(person);
            told.add(notice, act("custody.kin-told", person, "notice", notice.stamp().id(), ""));
            publisher.publishEvent(new CaseChanged(person));
        }
        return obstacles;
    }

    /// Records what the person wants the consul of this state to know.
    public List<Obstacle> consul(UUID person, StateCode state, Wish wish, How how) {
        List<Obstacle> obstacles = lacking(how, wish != Wish.NOT_ASKED);
        if (obstacles.isEmpty()) {
            Stamp stamp = Entries.stamp(person, how.on);
            ConsularChoice choice =
                    new ConsularChoice(
                            stamp, state, wish, how.language, how.interpreter, how.source);
            events.turn(person);
            told.add(
                    choice,
                    act("custody.consular-choice", person, "choice", stamp.id(), how.source));
            publisher.publishEvent(new CaseChanged(person));
        }
        return obstacles;
    }

    /// Records that an item of the file was asked for and is not known, or where else it is kept.
    public List<Obstacle> item(
            UUID person, FileItem item, ItemSaid.Standing standing, String words) {
        String why = words.strip();
        List<Obstacle> obstacles = role();
        if (why.isEmpty() || why.length() > Entries.LONGEST_TEXT) {
            obstacles.add(Obstacle.of("obstacle.custody.item-words"));
        }
        if (obstacles.isEmpty()) {
            ItemSaid said =
                    new ItemSaid(
                            Entries.stamp(person, LocalDate.now(ZoneOffset.UTC)),
                            item,
                            standing,
                            why);
            events.turn(person);
            told.add(said, act("custody.item-said", person, "item", said.stamp().id(), why));
            publisher.publishEvent(new CaseChanged(person));
        }
        return obstacles;
    }

    private UUID act(String kind, UUID person, String what, UUID id, String why) {
        return acts.record(
                Act.of(kind, Purpose.CASEWORK, Map.of("person", person, what, id))
                        .withReason(why.isEmpty() ? null : why));
    }

    private static List<Obstacle> role() {
        return Caller.required().role() == Role.CASE_OFFICER
                ? new ArrayList<>()
                : new ArrayList<>(List.of(Obstacle.of("obstacle.custody.role")));
    }

    private static List<Obstacle> lacking(How how, boolean spoken) {
        List<Obstacle> lacking = role();
        if (how.on.isAfter(LocalDate.now(ZoneOffset.UTC))) {
            lacking.add(Obstacle.of("obstacle.custody.day"));
        }
        if (spoken && how.language.length() < 2
                || how.language.length() > LONGEST_LANGUAGE
                || how.interpreter.length() > LONGEST_NAME) {
            lacking.add(Obstacle.of("obstacle.custody.language"));
        }
        if (how.source.isEmpty() || how.source.length() > Entries.LONGEST_SOURCE) {
            lacking.add(Obstacle.of("obstacle.custody.source"));
        }
        return lacking;
    }
}
