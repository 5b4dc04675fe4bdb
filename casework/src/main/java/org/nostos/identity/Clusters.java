package org.nostos.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Records joined by confirmed judgements, as far as the caller may know of it: reviewers alone do.
///
/// A group is named by its leader, the person with the lowest number in it. A record that is joined
/// with no other is in no group. Every method needs a running transaction.
public interface Clusters {

    /// The leader of each of these records that is joined with others.
    Map<UUID, UUID> leaders(Collection<UUID> records);

    /// A group: who leads it and how many records are joined in it.
    record Group(UUID leader, int records) {}

    /// The group of each of these records that is joined with others.
    Map<UUID, Group> groups(Collection<UUID> records);

    /// The records of the leader's group; empty when it leads none.
    List<UUID> members(UUID leader);

    /// The records of each of these leaders' groups.
    Map<UUID, List<UUID>> members(Collection<UUID> leaders);

    /// Every joined record with its leader.
    Map<UUID, UUID> all();

    /// Pairs confirmed different with one record in each of these groups of records.
    List<Pair> toldApart(Collection<UUID> ones, Collection<UUID> others);

    /// Works all groups and standings out anew from the judgements. The engine alone may.
    void rebuild();
}
