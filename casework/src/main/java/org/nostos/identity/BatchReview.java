package org.nostos.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.Batch.Sample;
import org.nostos.identity.Batch.State;
import org.nostos.identity.Batch.Step;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Confirms many open proposals at once, after two people have each judged a random sample.
///
/// The first freezes what a filter finds, judges a sample and puts the batch forward; the second judges
/// a sample of their own, disjoint from the first, and confirms it. A sampled pair that is not one
/// person stops the batch. The database holds the same rules. Thread-safe.
@Service
@Transactional
public class BatchReview {

    private static final int LONGEST_REASON = 2000;
    private static final int LISTED = 30;

    private final Acts acts;
    private final Batches batches;
    private final Judgements judgements;

    BatchReview(Acts acts, Batches batches, Judgements judgements) {
        this.acts = acts;
        this.batches = batches;
        this.judgements = judgements;
    }

    /// How many proposals a batch of this filter would hold.
    @Transactional(readOnly = true)
    public int count(Batch.Filter filter) {
        return batches.count(filter);
    }

    @Transactional(readOnly = true)
    public List<Batches.ListName> lists() {
        return batches.lists();
    }

    /// Those drawn so far, the latest first.
    @Transactional(readOnly = true)
    public List<Batch> all() {
        return batches.latest(Integer.MAX_VALUE);
    }

    @Transactional(readOnly = true)
    public Optional<Batch> byId(UUID batch) {
        return batches.byId(batch);
    }

    /// The proposals of the caller's sample; ids and pairs alone: no person is read by it.
    @Transactional(readOnly = true)
    public List<Proposal> sample(UUID batch) {
        return batches.sample(batch);
    }

    /// The next proposal of the caller's sample that they have not judged.
    @Transactional(readOnly = true)
    public Optional<Proposal> nextOfSample(UUID batch) {
        UUID me = Caller.required().account();
        return batches.sample(batch).stream()
                .filter(proposal ->
                        !judgements.standing(proposal.pair()).state().settled()
                                && judgements.ofPair(proposal.pair()).stream()
                                        .noneMatch(j -> j.stands() && j.account().equals(me)))
                .findFirst();
    }

    /// Freezes what the filter finds and draws the caller's sample of it.
    public BatchStep freeze(Batch.Filter filter) {
        if (!reviews()) {
            return BatchStep.refused("obstacle.identity.not-a-reviewer");
        }
        if (batches.latest(LISTED).stream()
                .anyMatch(batch -> batch.state().open() && sampling(batch) != null)) {
            return BatchStep.refused("obstacle.identity.batch-open");
        }
        if (batches.count(filter) < 2) {
            return BatchStep.refused("obstacle.identity.batch-empty");
        }
        UUID batch = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of(
                                "identity.batch-drawn",
                                Purpose.IDENTITY_REVIEW,
                                said(batch, filter)));
        int pairs = batches.freeze(batch, filter, act);
        batches.draw(batch, act);
        return new BatchStep.Done(batch, pairs);
    }

    /// The caller's own sample of an open batch that still needs their work, or null.
    private static @Nullable Sample sampling(Batch batch) {
        UUID me = Caller.required().account();
        boolean mine =
                switch (batch.state()) {
                    case FIRST_SAMPLE, MAY_BE_PUT_FORWARD -> batch.drawnBy().account().equals(me);
                    case SECOND_SAMPLE, MAY_BE_CONFIRMED ->
                            batch.sample(2).filter(s -> s.hand().account().equals(me)).isPresent();
                    default -> false;
                };
        return mine ? batch.sampleOf(me).orElse(null) : null;
    }

    private static Map<String, Object> said(UUID batch, Batch.Filter filter) {
        Map<String, Object> said = new HashMap<>();
        said.put("batch", batch);
        said.put("least", filter.probability());
        said.put("pattern", filter.pattern().name());
        said.put(
                "lists",
                java.util.stream.Stream.of(filter.listOne(), filter.listOther())
                        .filter(java.util.Objects::nonNull)
                        .toList());
        return said;
    }

    /// Puts a batch forward whose first sample is all one person.
    public BatchStep putForward(UUID batch, String reason) {
        Batch found = batches.byId(batch).orElseThrow();
        if (found.state() != State.MAY_BE_PUT_FORWARD || !found.drawnBy().account().equals(me())) {
            return BatchStep.refused("obstacle.identity.batch-not-now");
        }
        return step(found, Step.PUT_FORWARD, "identity.batch-put-forward", reason);
    }

    /// Draws the second hand's sample, disjoint from the first.
    public BatchStep drawSecond(UUID batch) {
        Batch found = batches.byId(batch).orElseThrow();
        if (!reviews() || found.state() != State.WAITS_FOR_SECOND) {
            return BatchStep.refused("obstacle.identity.batch-not-now");
        }
        if (found.drawnBy().account().equals(me())) {
            return BatchStep.refused("obstacle.identity.batch-own");
        }
        if (found.drawnBy().role() != Role.SECOND_REVIEWER
                && Caller.required().role() != Role.SECOND_REVIEWER) {
            return BatchStep.refused("obstacle.identity.second-reviewer-needed");
        }
        UUID act =
                acts.record(
                        Act.of(
                                "identity.batch-sampled",
                                Purpose.IDENTITY_REVIEW,
                                Map.of("batch", batch)));
        return new BatchStep.Done(batch, batches.draw(batch, act));
    }

    /// Confirms a batch whose two samples are all one person.
    public BatchStep confirm(UUID batch, String reason) {
        Batch found = batches.byId(batch).orElseThrow();
        if (found.state() != State.MAY_BE_CONFIRMED
                || found.sampleOf(me()).filter(sample -> sample.number() == 2).isEmpty()) {
            return BatchStep.refused("obstacle.identity.batch-not-now");
        }
        if (unsaid(reason)) {
            return BatchStep.refused("obstacle.identity.batch-reason");
        }
        judgements.takeTurn();
        UUID act =
                acts.record(
                        Act.of(
                                        "identity.batch-confirmed",
                                        Purpose.IDENTITY_REVIEW,
                                        Map.of(
                                                "batch",
                                                batch,
                                                "pairs",
                                                found.pairs(),
                                                "members",
                                                batches.digest(batch)))
                                .withReason(reason.strip()));
        return new BatchStep.Done(batch, batches.confirm(batch, reason.strip(), act));
    }

    /// Ends a batch before it is confirmed.
    public BatchStep withdraw(UUID batch, String reason) {
        Batch found = batches.byId(batch).orElseThrow();
        if (!found.state().open() || found.sampleOf(me()).isEmpty()) {
            return BatchStep.refused("obstacle.identity.batch-not-now");
        }
        return step(found, Step.WITHDRAWN, "identity.batch-withdrawn", reason);
    }

    /// Takes the whole batch back: both hands, from every pair it put them on. What was judged in the
    /// samples, pair by pair, stays.
    public BatchStep takeBack(UUID batch, String reason) {
        Batch found = batches.byId(batch).orElseThrow();
        if (found.state() != State.CONFIRMED || found.sampleOf(me()).isEmpty()) {
            return BatchStep.refused("obstacle.identity.batch-not-now");
        }
        if (unsaid(reason)) {
            return BatchStep.refused("obstacle.identity.batch-reason");
        }
        judgements.takeTurn();
        UUID act =
                acts.record(
                        Act.of(
                                        "identity.batch-taken-back",
                                        Purpose.IDENTITY_REVIEW,
                                        Map.of("batch", batch))
                                .withReason(reason.strip()));
        return new BatchStep.Done(batch, batches.takeBack(batch, reason.strip(), act));
    }

    private BatchStep step(Batch batch, Step step, String kind, String reason) {
        if (unsaid(reason)) {
            return BatchStep.refused("obstacle.identity.batch-reason");
        }
        UUID act =
                acts.record(
                        Act.of(kind, Purpose.IDENTITY_REVIEW, Map.of("batch", batch.id()))
                                .withReason(reason.strip()));
        batches.step(batch.id(), step, reason.strip(), act);
        return new BatchStep.Done(batch.id(), batch.pairs());
    }

    private static boolean unsaid(String reason) {
        return reason.isBlank() || reason.strip().length() > LONGEST_REASON;
    }

    private static UUID me() {
        return Caller.required().account();
    }

    private static boolean reviews() {
        Role role = Caller.required().role();
        return role == Role.IDENTITY_REVIEWER || role == Role.SECOND_REVIEWER;
    }
}
