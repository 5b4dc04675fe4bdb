package org.nostos.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The proposals of finished runs, as far as the caller may see them: reviewers alone do.
///
/// The queue is that of the latest finished run; pairs already joined by way of others are not in it.
/// It is ordered by probability, the highest first. Every method needs a running transaction.
public interface Proposals {

    /// Adds a run's proposals. Only the engine may, in the transaction that ends the run.
    void add(UUID run, List<Pair> pairs, double[] probabilities, double[] weights);

    /// Makes the run's proposals the live ones: pairs that somebody has judged over are carried as they
    /// were, what no judgement refers to is removed. Only the engine may, in the transaction that ends
    /// the run.
    ///
    /// @return how many are live
    long takeOver(UUID run);

    /// Every live pair with its probability, the most probable first.
    Map<Pair, Double> live();

    Optional<Proposal> byId(UUID id);

    /// The proposal of this pair in the latest finished run that has one.
    Optional<Proposal> ofPair(Pair pair);

    /// The queue from behind this proposal on, or from its head.
    List<Proposal> queue(QueueFilter filter, @Nullable Proposal after, int most);

    /// The proposal before this one in the queue.
    Optional<Proposal> before(QueueFilter filter, Proposal here);

    /// How many proposals of the band there are for each of the filters.
    Map<QueueFilter.Whose, Long> counts(double from, double to);

    /// The latest finished run's proposals that touch one of these records, the most probable first.
    List<Proposal> touching(Collection<UUID> records, int most);

    /// The latest finished run's proposals of a record of the one version with one of the other.
    List<Proposal> between(UUID version, UUID other);

    /// The pairs of this probability and more that the latest run finished by then proposes, the most
    /// probable first.
    List<Pair> held(double probability, Instant known);
}
