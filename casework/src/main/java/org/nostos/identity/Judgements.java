package org.nostos.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The judgements that the caller may see: their own, those of settled pairs, and those of pairs they
/// judged themselves. Every method needs a running transaction.
public interface Judgements {

    /// Waits until nobody else is judging, and keeps others waiting until the transaction ends.
    void takeTurn();

    /// Adds the caller's judgement as part of the act and returns its id.
    ///
    /// @throws org.springframework.dao.DataIntegrityViolationException if it breaks a rule of two hands
    UUID add(Pair pair, Verdict verdict, String reason, UUID act);

    /// Takes a judgement back as part of the act.
    void takeBack(UUID judgement, String reason, UUID act);

    Optional<Judgement> byId(UUID id);

    /// The judgements on a pair, the first first; with those taken back.
    List<Judgement> ofPair(Pair pair);

    /// The judgements on pairs that touch one of these records, the first first.
    List<Judgement> touching(Collection<UUID> records);

    /// The caller's last judgement that stands.
    Optional<Judgement> myLast();

    PairStanding standing(Pair pair);

    /// The pairs judged at all that touch one of these records, as they stand.
    Map<Pair, PairStanding> standings(Collection<UUID> records);

    /// The pairs that stand so.
    Set<Pair> pairs(PairStanding.State state);

    /// The judgements known at this time, those taken back after it among them as standing.
    List<Judgement> asKnown(Instant known);

    /// Whether the caller may take this judgement back.
    boolean mayTakeBack(UUID judgement);
}
