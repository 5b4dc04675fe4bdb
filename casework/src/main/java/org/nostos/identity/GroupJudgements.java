package org.nostos.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The hands given on whole groups, as far as the caller may see them: their own, and those of pairs
/// that are settled. Every method needs a running transaction.
public interface GroupJudgements {

    /// Adds the caller's hand: the group, and "the same" on each of these pairs, as part of the act.
    void add(GroupJudgement group, Collection<Pair> pairs, UUID act);

    /// Takes back what still stands of the caller's hand on a group, and says on how many pairs.
    int takeBack(UUID group, String reason, UUID act);

    /// The caller's own, if it is theirs and something of it still stands.
    Optional<GroupJudgement> mine(UUID group);

    /// The caller's own on groups that touch these records, of which something still stands.
    List<GroupJudgement> mineAmong(Collection<UUID> records);

    /// The caller's latest hands on groups, of which something still stands.
    List<GroupJudgement> myLatest(int most);

    /// Pairs among these records on which somebody else gave one hand that was not a group's.
    List<Pair> handsByThemselves(Collection<UUID> records);

    /// Proposals of the latest finished run of this probability and more that touch one of these
    /// records and are not settled otherwise, the most probable first.
    List<Proposal> ties(Collection<UUID> records, double least);
}
