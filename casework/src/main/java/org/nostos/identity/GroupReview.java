package org.nostos.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.ClusterFile.Conflict;
import org.nostos.identity.ClusterFile.Tie;
import org.nostos.identity.PairStanding.State;
import org.nostos.identity.internal.ClusterFiles;
import org.nostos.identity.internal.ProposedGroups;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Judges whole groups that open proposals tie together: one hand on every pair of it, in one act.
///
/// Two people must give it, each for themselves, as with a pair. What a human said of a pair inside is
/// never overruled: it is listed, and the group refused. Thread-safe.
@Service
@Transactional
public class GroupReview {

    private static final int LONGEST_REASON = 2000;
    private static final int SEEDS = 200;

    private final Acts acts;
    private final Proposals proposals;
    private final Judgements judgements;
    private final GroupJudgements hands;
    private final ProposedGroups groups;
    private final ClusterFiles files;
    private final Records records;

    GroupReview(
            Acts acts,
            Proposals proposals,
            Judgements judgements,
            GroupJudgements hands,
            ProposedGroups groups,
            ClusterFiles files,
            Records records) {
        this.acts = acts;
        this.proposals = proposals;
        this.judgements = judgements;
        this.hands = hands;
        this.groups = groups;
        this.files = files;
        this.records = records;
    }

    /// A page of groups of three records and more, and where the next page begins.
    public record Page(List<ClusterLine> lines, @Nullable UUID next) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /// Groups among the proposals behind this one, or from the head of the queue. Reading them is an
    /// act.
    public Page page(double least, @Nullable UUID after) {
        Proposal behind = after == null ? null : proposals.byId(after).orElse(null);
        List<Proposal> seeds =
                proposals.queue(
                        new QueueFilter(least, 1, QueueFilter.Whose.MINE_TO_JUDGE), behind, SEEDS);
        Set<UUID> here = seeds.stream().map(Proposal::id).collect(Collectors.toSet());
        List<ClusterLine> lines =
                groups.around(seeds, least).stream()
                        .filter(group -> group.records().size() > 2)
                        .filter(group -> group.records().size() <= ProposedGroups.MOST)
                        .filter(group -> behind == null || begins(group, here))
                        .map(this::line)
                        .toList();
        if (!lines.isEmpty()) {
            acts.record(
                    Act.of(
                            "identity.groups-read",
                            Purpose.IDENTITY_REVIEW,
                            Map.of("proposals", lines.stream().map(ClusterLine::anchor).toList())));
        }
        return new Page(lines, seeds.size() < SEEDS ? null : seeds.getLast().id());
    }

    /// The groups at the head of the list by their names alone: nobody is read by it.
    @Transactional(readOnly = true)
    public List<UUID> anchors(double least) {
        List<Proposal> seeds =
                proposals.queue(
                        new QueueFilter(least, 1, QueueFilter.Whose.MINE_TO_JUDGE), null, SEEDS);
        return groups.around(seeds, least).stream()
                .filter(group -> group.records().size() > 2)
                .filter(group -> group.records().size() <= ProposedGroups.MOST)
                .map(ProposedGroups.Found::anchor)
                .toList();
    }

    private static boolean begins(ProposedGroups.Found group, Set<UUID> here) {
        return here.contains(group.anchor());
    }

    private ClusterLine line(ProposedGroups.Found group) {
        List<AcceptedRecord> read = records.byIds(group.records());
        return new ClusterLine(
                group.anchor(),
                read,
                group.ties().size(),
                group.ties().getLast().probability(),
                !hands.mineAmong(group.records()).isEmpty());
    }

    /// The group that this proposal stands in. Reading it is an act.
    public Optional<ClusterFile> file(UUID proposal, double least) {
        return found(proposal, least)
                .map(file -> {
                    acts.record(
                            Act.of(
                                    "identity.group-read",
                                    Purpose.IDENTITY_REVIEW,
                                    Map.of(
                                            "proposal",
                                            proposal,
                                            "records",
                                            file.members().stream()
                                                    .map(ClusterFile.Member::id)
                                                    .toList())));
                    return file;
                });
    }

    /// The caller's latest hands on groups, to take one back.
    @Transactional(readOnly = true)
    public List<GroupJudgement> myLatest(int most) {
        return hands.myLatest(most);
    }

    private Optional<ClusterFile> found(UUID proposal, double least) {
        return proposals.byId(proposal).flatMap(known -> files.file(known, least));
    }

    /// Says that the records kept of a group are one person. `shown` is the group as it was read.
    public GroupJudging judge(
            UUID proposal, double least, Set<UUID> shown, Set<UUID> kept, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return GroupJudging.refused("obstacle.identity.group-reason");
        }
        if (!reviews()) {
            return GroupJudging.refused("obstacle.identity.not-a-reviewer");
        }
        judgements.takeTurn();
        ClusterFile file = found(proposal, least).orElse(null);
        if (file == null
                || !shown.equals(
                        file.members().stream()
                                .map(ClusterFile.Member::id)
                                .collect(Collectors.toSet()))) {
            return new GroupJudging.Changed();
        }
        List<Obstacle> obstacles = obstacles(file, kept);
        return obstacles.isEmpty() ? judged(file, kept, why) : new GroupJudging.Refused(obstacles);
    }

    /// Takes the caller's hand on a group back, from every pair of it, in one act.
    public GroupJudging undo(UUID group, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return GroupJudging.refused("obstacle.identity.undo-reason");
        }
        judgements.takeTurn();
        if (hands.mine(group).isEmpty()) {
            return GroupJudging.refused("obstacle.identity.not-your-judgement");
        }
        UUID act =
                acts.record(
                        Act.of(
                                        "identity.group-taken-back",
                                        Purpose.IDENTITY_REVIEW,
                                        Map.of("group", group))
                                .withReason(why));
        return new GroupJudging.Done(group, hands.takeBack(group, why, act), 0);
    }

    private GroupJudging judged(ClusterFile file, Set<UUID> kept, String why) {
        List<Pair> pairs = open(file, kept).stream().map(Tie::pair).toList();
        Proposal anchor = proposals.byId(file.anchor()).orElseThrow();
        Set<UUID> left =
                file.members().stream()
                        .map(ClusterFile.Member::id)
                        .filter(id -> !kept.contains(id))
                        .collect(Collectors.toCollection(TreeSet::new));
        UUID group = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of(
                                        "identity.group-judged",
                                        Purpose.IDENTITY_REVIEW,
                                        Map.of(
                                                "group",
                                                group,
                                                "records",
                                                List.copyOf(kept),
                                                "left-out",
                                                List.copyOf(left)))
                                .withReason(why));
        hands.add(
                new GroupJudgement(
                        group,
                        anchor.run(),
                        List.copyOf(kept),
                        List.copyOf(left),
                        why,
                        java.time.Instant.now()),
                pairs,
                act);
        Map<Pair, PairStanding> now = judgements.standings(kept);
        int confirmed = (int) pairs.stream().filter(pair -> is(now.get(pair), State.SAME)).count();
        return new GroupJudging.Done(group, pairs.size(), confirmed);
    }

    private static boolean is(@Nullable PairStanding standing, State state) {
        return standing != null && standing.state() == state;
    }

    /// The pairs of the records kept that take the caller's hand.
    private List<Tie> open(ClusterFile file, Set<UUID> kept) {
        Set<Pair> mine =
                judgements.touching(kept).stream()
                        .filter(Judgement::stands)
                        .filter(j -> j.account().equals(Caller.required().account()))
                        .map(Judgement::pair)
                        .collect(Collectors.toSet());
        return among(file, kept)
                .filter(tie -> !tie.standing().state().settled() && !mine.contains(tie.pair()))
                .toList();
    }

    private List<Obstacle> obstacles(ClusterFile file, Set<UUID> kept) {
        List<Obstacle> found = new ArrayList<>();
        if (kept.size() < 2
                || !file.members().stream()
                        .map(ClusterFile.Member::id)
                        .collect(Collectors.toSet())
                        .containsAll(kept)) {
            return List.of(Obstacle.of("obstacle.identity.group-too-few"));
        }
        file.conflicts().stream()
                .filter(c -> c.kind().blocks())
                .filter(c -> kept.contains(c.pair().left()) && kept.contains(c.pair().right()))
                .sorted(Comparator.comparing(Conflict::kind))
                .forEach(c -> found.add(barred(file, c)));
        file.ties().stream()
                .filter(tie -> tie.standing().state() == State.SAME)
                .filter(tie ->
                        kept.contains(tie.pair().left()) != kept.contains(tie.pair().right()))
                .forEach(tie ->
                        found.add(
                                Obstacle.of(
                                        "obstacle.identity.group-parts-joined",
                                        number(file, tie.one()),
                                        number(file, tie.other()))));
        found.addAll(handObstacles(file, kept));
        return found;
    }

    private List<Obstacle> handObstacles(ClusterFile file, Set<UUID> kept) {
        List<Obstacle> found = new ArrayList<>();
        judgements.touching(kept).stream()
                .filter(Judgement::stands)
                .filter(j -> j.account().equals(Caller.required().account()))
                .filter(j -> j.verdict() != Verdict.SAME)
                .filter(j -> kept.contains(j.pair().left()) && kept.contains(j.pair().right()))
                .flatMap(j -> among(file, kept).filter(tie -> tie.pair().equals(j.pair())))
                .filter(tie -> tie.standing().state() == State.WAITING)
                .forEach(tie ->
                        found.add(
                                Obstacle.of(
                                        "obstacle.identity.group-own-otherwise",
                                        number(file, tie.one()),
                                        number(file, tie.other()))));
        List<Tie> open = open(file, kept);
        if (found.isEmpty() && open.isEmpty()) {
            found.add(Obstacle.of("obstacle.identity.own-judgement"));
        }
        if (Caller.required().role() != Role.SECOND_REVIEWER
                && open.stream()
                        .anyMatch(tie ->
                                tie.standing().state() == State.WAITING
                                        && tie.standing().needsSecond())) {
            found.add(Obstacle.of("obstacle.identity.second-reviewer-needed"));
        }
        return found;
    }

    private static java.util.stream.Stream<Tie> among(ClusterFile file, Set<UUID> kept) {
        return file.ties().stream()
                .filter(tie ->
                        kept.contains(tie.pair().left()) && kept.contains(tie.pair().right()));
    }

    private static Obstacle barred(ClusterFile file, Conflict conflict) {
        String code =
                switch (conflict.kind()) {
                    case TOLD_APART -> "obstacle.identity.group-told-apart";
                    case CANNOT_TELL -> "obstacle.identity.group-cannot-tell";
                    case DISPUTED -> "obstacle.identity.group-disputed";
                    case HAND_BY_ITSELF -> "obstacle.identity.group-hand-by-itself";
                    case OTHER_SEX, OTHER_BIRTH_YEAR, SAME_LIST ->
                            throw new IllegalArgumentException("bars nothing: " + conflict.kind());
                };
        return Obstacle.of(code, number(file, conflict.one()), number(file, conflict.other()));
    }

    private static String number(ClusterFile file, int place) {
        return file.members().get(place - 1).person().number();
    }

    private static boolean reviews() {
        Role role = Caller.required().role();
        return role == Role.IDENTITY_REVIEWER || role == Role.SECOND_REVIEWER;
    }
}
