package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.nostos.identity.Clusters;
import org.nostos.identity.GroupJudgements;
import org.nostos.identity.Pair;
import org.nostos.identity.Proposal;
import org.springframework.stereotype.Component;

/// Finds the groups into which open proposals tie records, walking out from a few of them: the whole
/// graph is never read.
@Component
public class ProposedGroups {

    /// A person can keep so many records before their eyes.
    public static final int MOST = 20;

    private static final int MOST_WALKED = 2000;
    private static final Comparator<Proposal> IN_ORDER =
            Comparator.comparingDouble(Proposal::probability)
                    .reversed()
                    .thenComparing(proposal -> proposal.id().toString());

    private final GroupJudgements groups;
    private final Clusters clusters;

    ProposedGroups(GroupJudgements groups, Clusters clusters) {
        this.groups = groups;
        this.clusters = clusters;
    }

    /// A group: its records in no order, and the proposals that tie it, the most probable first.
    public record Found(Set<UUID> records, List<Proposal> ties) {
        public UUID anchor() {
            return ties.getFirst().id();
        }
    }

    /// The groups that these proposals stand in, the most probable first.
    public List<Found> around(Collection<Proposal> seeds, double least) {
        Map<UUID, Proposal> ties = new LinkedHashMap<>();
        Groups joined = new Groups();
        Set<UUID> seen = new HashSet<>();
        Set<UUID> ahead = new TreeSet<>();
        seeds.forEach(seed -> ahead.addAll(List.of(seed.pair().left(), seed.pair().right())));
        while (!ahead.isEmpty() && seen.size() < MOST_WALKED) {
            Set<UUID> here = withTheirPeople(ahead, joined);
            here.removeAll(seen);
            seen.addAll(here);
            ahead.clear();
            for (Proposal tie : groups.ties(here, least)) {
                if (ties.put(tie.id(), tie) == null) {
                    joined.join(tie.pair());
                    ahead.add(tie.pair().left());
                    ahead.add(tie.pair().right());
                }
            }
            ahead.removeAll(seen);
        }
        return found(joined.joined(), ties.values());
    }

    /// These records and all that are joined with them already.
    private Set<UUID> withTheirPeople(Set<UUID> records, Groups joined) {
        Set<UUID> all = new TreeSet<>(records);
        for (UUID leader : new HashSet<>(clusters.leaders(records).values())) {
            List<UUID> members = clusters.members(leader);
            members.stream().skip(1).forEach(m -> joined.join(Pair.of(members.getFirst(), m)));
            all.addAll(members);
        }
        return all;
    }

    private static List<Found> found(Map<UUID, UUID> joined, Collection<Proposal> ties) {
        Map<UUID, Found> byOne = new HashMap<>();
        joined.forEach((record, one) ->
                byOne.computeIfAbsent(one, any -> new Found(new TreeSet<>(), new ArrayList<>()))
                        .records
                        .add(record));
        for (Proposal tie : ties) {
            UUID one = joined.get(tie.pair().left());
            if (one != null) {
                Found group = byOne.get(one);
                if (group != null) {
                    group.ties.add(tie);
                }
            }
        }
        List<Found> found = new ArrayList<>(byOne.values());
        found.removeIf(group -> group.ties.isEmpty());
        found.forEach(group -> group.ties.sort(IN_ORDER));
        found.sort(Comparator.comparing(group -> group.ties.getFirst(), IN_ORDER));
        return found;
    }
}
