package org.nostos.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The batches, as far as the caller may see them: reviewers alone do, and of samples each the pairs of
/// their own. Every method needs a running transaction.
public interface Batches {

    /// How many proposals the filter finds now, [Batch#MOST] at most.
    int count(Batch.Filter filter);

    /// Freezes what the filter finds, as part of the act, and says how many pairs it is.
    int freeze(UUID batch, Batch.Filter filter, UUID act);

    /// Draws the caller's sample as part of the act and says how many pairs it has.
    int draw(UUID batch, UUID act);

    void step(UUID batch, Batch.Step step, String reason, UUID act);

    /// Puts both hands on its pairs and says on how many.
    int confirm(UUID batch, String reason, UUID act);

    /// Takes both hands back from every pair they were put on.
    int takeBack(UUID batch, String reason, UUID act);

    Optional<Batch> byId(UUID batch);

    /// The latest first.
    List<Batch> latest(int most);

    /// The proposals of the caller's sample, in the order in which they were drawn.
    List<Proposal> sample(UUID batch);

    /// A SHA-256 over the frozen pairs, in hex.
    String digest(UUID batch);

    /// The lists that have records, by title.
    List<ListName> lists();

    /// A list to filter by.
    record ListName(UUID id, String title, String party) {}
}
