package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.basics.Obstacle;
import org.nostos.identity.Clusters;
import org.nostos.identity.Pair;
import org.nostos.identity.Split;
import org.nostos.identity.Split.Member;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Component;

/// Whether what happened since stands in the way of a split, or of undoing it.
@Component
public class SplitConflicts {

    private final Clusters clusters;
    private final Persons persons;

    SplitConflicts(Clusters clusters, Persons persons) {
        this.clusters = clusters;
        this.persons = persons;
    }

    /// Whether the person is made up of other records than when the split was drafted.
    public List<Obstacle> sinceDrafted(Split split) {
        List<UUID> drafted = split.members().stream().map(Member::record).toList();
        Set<UUID> now = new HashSet<>(groupOf(drafted.getFirst()));
        return now.equals(Set.copyOf(drafted))
                ? List.of()
                : List.of(Obstacle.of("obstacle.identity.split-changed", split.leader()));
    }

    /// The pairs that two hands told apart since, and that joining everybody again would join.
    public List<Obstacle> ofRejoining(Split split) {
        Set<UUID> members =
                split.members().stream().map(Member::record).collect(Collectors.toSet());
        List<Set<UUID>> groups = groupsNow(members);
        List<Obstacle> found = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                clusters.toldApart(groups.get(i), groups.get(j)).stream()
                        .filter(pair ->
                                !members.contains(pair.left()) || !members.contains(pair.right()))
                        .map(pair -> Obstacle.of("obstacle.identity.told-apart", numbers(pair)))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private List<Set<UUID>> groupsNow(Set<UUID> members) {
        List<Set<UUID>> groups = new ArrayList<>();
        for (UUID record : members) {
            if (groups.stream().noneMatch(group -> group.contains(record))) {
                groups.add(Set.copyOf(groupOf(record)));
            }
        }
        return groups;
    }

    private List<UUID> groupOf(UUID record) {
        UUID leader = clusters.leaders(List.of(record)).get(record);
        return leader == null ? List.of(record) : clusters.members(leader);
    }

    private String[] numbers(Pair pair) {
        Map<UUID, String> found =
                persons.ofRecords(List.of(pair.left(), pair.right())).stream()
                        .collect(Collectors.toMap(Person::record, Person::number));
        return new String[] {
            found.getOrDefault(pair.left(), ""), found.getOrDefault(pair.right(), "")
        };
    }
}
