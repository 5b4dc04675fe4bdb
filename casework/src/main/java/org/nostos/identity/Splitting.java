package org.nostos.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.Split.Member;
import org.nostos.identity.Split.Placement;
import org.nostos.identity.Split.State;
import org.nostos.identity.Split.Step;
import org.nostos.identity.SplitPlan.Goes;
import org.nostos.identity.internal.PersonFiles;
import org.nostos.identity.internal.SplitConflicts;
import org.nostos.identity.internal.SplitPlans;
import org.nostos.identity.internal.ToldOfWrongs;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Taking apart a person who was joined wrongly: one reviewer drafts it, another carries it out, one of
/// them a second reviewer. Undoing it goes by the same rule. Nothing is lost: every record keeps its
/// number, every judgement its place in the history. Thread-safe.
@Service
@Transactional
public class Splitting {

    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_HOW = 500;

    private final Acts acts;
    private final Persons persons;
    private final PersonFiles files;
    private final Splits splits;
    private final SplitPlans plans;
    private final ToldOfWrongs told;
    private final SplitConflicts conflicts;

    Splitting(
            Acts acts,
            Persons persons,
            PersonFiles files,
            Splits splits,
            SplitPlans plans,
            ToldOfWrongs told,
            SplitConflicts conflicts) {
        this.acts = acts;
        this.persons = persons;
        this.files = files;
        this.splits = splits;
        this.plans = plans;
        this.told = told;
        this.conflicts = conflicts;
    }

    /// What came of drafting: the split, or all that stands in the way.
    public record Drafting(@Nullable UUID split, List<Obstacle> obstacles) {
        public Drafting {
            obstacles = List.copyOf(obstacles);
        }
    }

    /// A split with the person as they are now, each act with where it goes, and who was told.
    public record SplitFile(Split split, SplitPlan plan, List<ToldOfWrong> told) {
        public SplitFile {
            told = List.copyOf(told);
        }
    }

    /// Thinks a split of this person through, without writing it down. Reading the person is an act.
    public Optional<SplitPlan> plan(
            UUID person, Map<UUID, Integer> groups, Map<String, Integer> chosen) {
        return persons.byId(person)
                .map(files::file)
                .map(file -> plans.plan(read(file), groups, chosen));
    }

    private PersonFile read(PersonFile file) {
        List<UUID> shown = file.persons().stream().map(Person::id).toList();
        acts.record(Act.of("registry.read", Purpose.IDENTITY_REVIEW, Map.of("persons", shown)));
        return file;
    }

    /// Puts a split forward for another to carry out. Nothing changes yet.
    public Drafting draft(
            UUID person, Map<UUID, Integer> groups, Map<String, Integer> chosen, String reason) {
        Optional<SplitPlan> thought = plan(person, groups, chosen);
        if (thought.isEmpty() || !reviews()) {
            return new Drafting(null, List.of(Obstacle.of("obstacle.identity.split-reviewers")));
        }
        SplitPlan plan = thought.get();
        List<Obstacle> obstacles = new ArrayList<>(plan.obstacles());
        if (isNoReason(reason)) {
            obstacles.add(Obstacle.of("obstacle.identity.split-reason"));
        }
        if (waiting(plan.file()).isPresent()) {
            obstacles.add(Obstacle.of("obstacle.identity.split-drafted-already"));
        }
        return obstacles.isEmpty()
                ? new Drafting(written(plan, reason.strip()), List.of())
                : new Drafting(null, obstacles);
    }

    private UUID written(SplitPlan plan, String reason) {
        UUID split = UUID.randomUUID();
        List<Member> members =
                plan.file().persons().stream().map(person -> member(person, plan)).toList();
        List<UUID> taken = members.stream().map(Member::person).toList();
        UUID act =
                acts.record(
                        Act.of(
                                        "identity.split-drafted",
                                        Purpose.IDENTITY_REVIEW,
                                        Map.of("split", split, "members", taken))
                                .withReason(reason));
        splits.draft(split, plan.file().leader().id(), reason, members, placements(plan), act);
        return split;
    }

    private static Member member(Person person, SplitPlan plan) {
        Integer place = plan.placeOf(person.record());
        return new Member(person.record(), person.id(), person.number(), place == null ? 0 : place);
    }

    private static List<Placement> placements(SplitPlan plan) {
        return plan.lines().stream()
                .filter(SplitPlan.Line::isOpen)
                .map(line -> placement(line, plan))
                .toList();
    }

    private static Placement placement(SplitPlan.Line line, SplitPlan plan) {
        Person leads = line.goes() == Goes.TO_EVERY ? null : plan.leads(line.place());
        return new Placement(
                line.act().room(),
                line.act().id(),
                leads == null ? 0 : line.place(),
                leads == null ? null : leads.id());
    }

    /// The split that waits for a second hand on one of these persons.
    @Transactional(readOnly = true)
    public Optional<Split> waiting(PersonFile file) {
        return splits.ofPersons(file.persons().stream().map(Person::id).toList()).stream()
                .filter(split -> split.state() == State.DRAFTED)
                .findFirst();
    }

    /// The splits that ever touched this person, the latest first.
    @Transactional(readOnly = true)
    public List<Split> of(PersonFile file) {
        return splits.ofPersons(file.persons().stream().map(Person::id).toList());
    }

    /// The splits, the latest first. They show numbers and no names.
    @Transactional(readOnly = true)
    public List<Split> latest(int most) {
        return splits.latest(most);
    }

    /// Everything about a split. Reading it reads the person.
    public Optional<SplitFile> file(UUID split) {
        return splits.byId(split).map(found -> new SplitFile(found, plan(found), told(found)));
    }

    private SplitPlan plan(Split split) {
        Map<UUID, Integer> groups =
                split.members().stream().collect(Collectors.toMap(Member::record, Member::place));
        Map<String, Integer> chosen =
                split.placements().stream()
                        .collect(Collectors.toMap(Placement::key, Placement::place));
        List<UUID> records = split.members().stream().map(Member::record).toList();
        return plans.plan(read(files.ofRecords(records)), groups, chosen);
    }

    private List<ToldOfWrong> told(Split split) {
        Instant until = split.step(Step.Kind.CARRIED_OUT).map(Step::at).orElseGet(Instant::now);
        return told.of(split, until);
    }

    /// Carries a split out as the second hand.
    public List<Obstacle> carryOut(UUID id, String reason) {
        Split split = splits.byId(id).orElseThrow();
        List<Obstacle> obstacles =
                secondHand(split.account(), split.role(), reason, split, State.DRAFTED);
        if (obstacles.isEmpty()) {
            obstacles = conflicts.sinceDrafted(split);
        }
        if (obstacles.isEmpty()) {
            obstacles = plan(split).obstacles();
        }
        if (obstacles.isEmpty()) {
            splits.carryOut(id, reason.strip(), act("identity.split", split, reason));
        }
        return obstacles;
    }

    /// Withdraws a draft, or refuses it as another reviewer.
    public List<Obstacle> withdraw(UUID id, String reason) {
        return stepped(id, reason, State.DRAFTED, Step.Kind.WITHDRAWN, "identity.split-withdrawn");
    }

    /// Asks for a split that was carried out to be undone.
    public List<Obstacle> askUndo(UUID id, String reason) {
        return stepped(
                id, reason, State.CARRIED_OUT, Step.Kind.UNDO_ASKED, "identity.split-undo-asked");
    }

    /// Takes back the wish to undo, or refuses it as another reviewer.
    public List<Obstacle> withdrawUndo(UUID id, String reason) {
        return stepped(
                id,
                reason,
                State.UNDO_ASKED,
                Step.Kind.UNDO_WITHDRAWN,
                "identity.split-undo-withdrawn");
    }

    /// Undoes a split as the second hand: everybody is joined again as before.
    public List<Obstacle> undo(UUID id, String reason) {
        Split split = splits.byId(id).orElseThrow();
        Step asked = split.step(Step.Kind.UNDO_ASKED).orElse(null);
        if (asked == null) {
            return List.of(Obstacle.of("obstacle.identity.split-not-so"));
        }
        List<Obstacle> obstacles =
                secondHand(asked.account(), asked.role(), reason, split, State.UNDO_ASKED);
        if (obstacles.isEmpty()) {
            obstacles = conflicts.ofRejoining(split);
        }
        if (obstacles.isEmpty()) {
            splits.undo(id, reason.strip(), act("identity.split-undone", split, reason));
        }
        return obstacles;
    }

    /// Ticks off that somebody who was told of the wrong person was told of the correction.
    public List<Obstacle> tick(UUID id, UUID account, String how) {
        Split split = splits.byId(id).orElseThrow();
        String said = how.strip();
        if (said.isEmpty() || said.length() > LONGEST_HOW) {
            return List.of(Obstacle.of("obstacle.identity.told-how"));
        }
        if (told(split).stream().noneMatch(line -> line.account().equals(account))) {
            return List.of(Obstacle.of("obstacle.identity.told-nobody"));
        }
        UUID act =
                acts.record(
                        Act.of(
                                "identity.correction-told",
                                Purpose.IDENTITY_REVIEW,
                                Map.of("split", id, "account", account)));
        splits.tick(id, account, said, act);
        return List.of();
    }

    private List<Obstacle> stepped(UUID id, String reason, State from, Step.Kind kind, String act) {
        Split split = splits.byId(id).orElseThrow();
        if (split.state() != from) {
            return List.of(Obstacle.of("obstacle.identity.split-not-so"));
        }
        if (isNoReason(reason)) {
            return List.of(Obstacle.of("obstacle.identity.split-reason"));
        }
        splits.step(id, kind, reason.strip(), act(act, split, reason));
        return List.of();
    }

    private static List<Obstacle> secondHand(
            UUID first, Role role, String reason, Split split, State from) {
        Caller me = Caller.required();
        List<Obstacle> obstacles = new ArrayList<>();
        if (split.state() != from) {
            obstacles.add(Obstacle.of("obstacle.identity.split-not-so"));
        }
        if (first.equals(me.account())) {
            obstacles.add(Obstacle.of("obstacle.identity.split-own"));
        }
        if (role != Role.SECOND_REVIEWER && me.role() != Role.SECOND_REVIEWER) {
            obstacles.add(Obstacle.of("obstacle.identity.split-second"));
        }
        if (isNoReason(reason)) {
            obstacles.add(Obstacle.of("obstacle.identity.split-reason"));
        }
        return obstacles;
    }

    private UUID act(String kind, Split split, String reason) {
        return acts.record(
                Act.of(kind, Purpose.IDENTITY_REVIEW, Map.of("split", split.id()))
                        .withReason(reason.strip()));
    }

    private static boolean isNoReason(String reason) {
        String why = reason.strip();
        return why.isEmpty() || why.length() > LONGEST_REASON;
    }

    private static boolean reviews() {
        Role role = Caller.required().role();
        return role == Role.IDENTITY_REVIEWER || role == Role.SECOND_REVIEWER;
    }
}
