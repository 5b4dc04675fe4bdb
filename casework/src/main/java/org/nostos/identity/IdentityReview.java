package org.nostos.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.PairStanding.State;
import org.nostos.identity.internal.Conflicts;
import org.nostos.identity.internal.ProposalFiles;
import org.nostos.identity.internal.QueueCounts;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a reviewer does: takes a proposal from the queue, reads it, judges it, takes a judgement back.
///
/// Two accounts must agree, one of them a second reviewer's, and neither sees what the other said
/// before their own stands. The database holds the same rules. Thread-safe.
@Service
@Transactional
public class IdentityReview {

    private static final int LONGEST_REASON = 2000;

    private final Acts acts;
    private final Proposals proposals;
    private final Judgements judgements;
    private final Conflicts conflicts;
    private final Disputes disputes;
    private final ProposalFiles files;
    private final QueueCounts counts;

    IdentityReview(
            Acts acts,
            Proposals proposals,
            Judgements judgements,
            Conflicts conflicts,
            Disputes disputes,
            ProposalFiles files,
            QueueCounts counts) {
        this.acts = acts;
        this.proposals = proposals;
        this.judgements = judgements;
        this.conflicts = conflicts;
        this.disputes = disputes;
        this.files = files;
        this.counts = counts;
    }

    /// Proposals of the queue behind this one, or from its head, as files without evidence. Reading
    /// them is an act.
    public List<ProposalLine> queue(QueueFilter filter, @Nullable UUID after, int most) {
        Proposal behind = after == null ? null : proposals.byId(after).orElse(null);
        List<ProposalLine> lines = files.lines(proposals.queue(filter, behind, most));
        if (!lines.isEmpty()) {
            acts.record(
                    Act.of(
                            "identity.queue-read",
                            Purpose.IDENTITY_REVIEW,
                            Map.of("proposals", lines.stream().map(ProposalLine::id).toList())));
        }
        return lines;
    }

    /// How many proposals of the band stand in each part of the queue; where they are many, as they were
    /// counted a moment ago.
    @Transactional(readOnly = true)
    public Map<QueueFilter.Whose, Long> counts(double from, double to) {
        return counts.of(from, to);
    }

    /// The proposals of the queue, ids and pairs alone: no person is read by it.
    @Transactional(readOnly = true)
    public List<Proposal> proposals(QueueFilter filter, @Nullable Proposal after, int most) {
        return proposals.queue(filter, after, most);
    }

    /// The proposal that comes next in the queue, without one the first.
    @Transactional(readOnly = true)
    public Optional<UUID> next(QueueFilter filter, @Nullable UUID here) {
        Proposal behind = here == null ? null : proposals.byId(here).orElse(null);
        return proposals.queue(filter, behind, 1).stream().map(Proposal::id).findFirst();
    }

    /// The proposal that comes before in the queue.
    @Transactional(readOnly = true)
    public Optional<UUID> previous(QueueFilter filter, UUID here) {
        return proposals
                .byId(here)
                .flatMap(proposal -> proposals.before(filter, proposal))
                .map(Proposal::id);
    }

    /// The proposal of this pair, without reading it.
    @Transactional(readOnly = true)
    public Optional<UUID> proposalOf(Pair pair) {
        return proposals.ofPair(pair).map(Proposal::id);
    }

    /// Everything a reviewer reads before judging. Reading it is an act.
    public Optional<ProposalFile> file(UUID proposal) {
        return proposals
                .byId(proposal)
                .flatMap(files::file)
                .map(file -> {
                    acts.record(
                            Act.of(
                                    "identity.proposal-read",
                                    Purpose.IDENTITY_REVIEW,
                                    Map.of(
                                            "proposal",
                                            proposal,
                                            "records",
                                            List.of(file.left().id(), file.right().id()))));
                    return file;
                });
    }

    /// Gives the caller's judgement on a pair. "Cannot tell" takes a reason.
    public Judging judge(Pair pair, Verdict verdict, String reason) {
        String why = reason.strip();
        if (why.length() > LONGEST_REASON || (why.isEmpty() && verdict == Verdict.UNSURE)) {
            return Judging.refused("obstacle.identity.reason");
        }
        if (!reviews()) {
            return Judging.refused("obstacle.identity.not-a-reviewer");
        }
        judgements.takeTurn();
        PairStanding found = judgements.standing(pair);
        if (found.state().settled()) {
            return new Judging.Changed(found);
        }
        if (found.state() == State.DISPUTED && why.isEmpty()) {
            return Judging.refused("obstacle.identity.third-reason");
        }
        List<Obstacle> obstacles = obstacles(pair, verdict, found);
        return obstacles.isEmpty() ? judged(pair, verdict, why) : new Judging.Refused(obstacles);
    }

    /// Takes the caller's judgement back; so does a second reviewer with that of a closed account.
    public Judging undo(UUID judgement, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return Judging.refused("obstacle.identity.undo-reason");
        }
        if (!judgements.mayTakeBack(judgement)) {
            return Judging.refused("obstacle.identity.not-your-judgement");
        }
        judgements.takeTurn();
        Judgement given = judgements.byId(judgement).orElseThrow();
        if (!given.stands()) {
            return Judging.refused("obstacle.identity.undone-already");
        }
        UUID act =
                acts.record(
                        Act.of("identity.taken-back", Purpose.IDENTITY_REVIEW, detail(given.pair()))
                                .withReason(why));
        judgements.takeBack(judgement, why, act);
        return new Judging.Done(judgement, judgements.standing(given.pair()));
    }

    /// The caller's last judgement that stands.
    @Transactional(readOnly = true)
    public Optional<Judgement> myLast() {
        return judgements.myLast();
    }

    private Judging judged(Pair pair, Verdict verdict, String why) {
        UUID act =
                acts.record(
                        Act.of("identity.judged", Purpose.IDENTITY_REVIEW, detail(pair))
                                .withReason(why.isEmpty() ? null : why));
        UUID judgement = judgements.add(pair, verdict, why, act);
        return new Judging.Done(judgement, judgements.standing(pair));
    }

    private List<Obstacle> obstacles(Pair pair, Verdict verdict, PairStanding found) {
        Caller me = Caller.required();
        if (judgements.ofPair(pair).stream()
                .anyMatch(j -> j.stands() && j.account().equals(me.account()))) {
            return List.of(Obstacle.of("obstacle.identity.own-judgement"));
        }
        if (found.state() != State.OPEN
                && found.needsSecond()
                && me.role() != Role.SECOND_REVIEWER) {
            return List.of(Obstacle.of("obstacle.identity.second-reviewer-needed"));
        }
        if (found.state() == State.DISPUTED && !disputes.mayISettle(pair)) {
            return List.of(Obstacle.of("obstacle.identity.third-needed"));
        }
        return conflicts.of(pair, verdict);
    }

    private static Map<String, Object> detail(Pair pair) {
        return Map.of("records", List.of(pair.left(), pair.right()));
    }

    private static boolean reviews() {
        Role role = Caller.required().role();
        return role == Role.IDENTITY_REVIEWER || role == Role.SECOND_REVIEWER;
    }
}
