package org.nostos.identity.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.basics.Obstacle;
import org.nostos.identity.Clusters;
import org.nostos.identity.Pair;
import org.nostos.identity.Verdict;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Component;

/// Whether a judgement would contradict, by way of others, what two hands confirmed.
@Component
public class Conflicts {

    private final Clusters clusters;
    private final Persons persons;

    Conflicts(Clusters clusters, Persons persons) {
        this.clusters = clusters;
        this.persons = persons;
    }

    /// What stands against this verdict, by the numbers of the persons concerned.
    public List<Obstacle> of(Pair pair, Verdict verdict) {
        return switch (verdict) {
            case SAME -> toldApart(pair);
            case DIFFERENT -> joinedAlready(pair);
            case UNSURE -> List.of();
        };
    }

    private List<Obstacle> toldApart(Pair pair) {
        List<UUID> ones = groupOf(pair.left());
        List<UUID> others = groupOf(pair.right());
        return clusters.toldApart(ones, others).stream()
                .map(apart -> Obstacle.of("obstacle.identity.told-apart", numbers(apart)))
                .toList();
    }

    private List<Obstacle> joinedAlready(Pair pair) {
        Map<UUID, UUID> leaders = clusters.leaders(List.of(pair.left(), pair.right()));
        UUID left = leaders.get(pair.left());
        return left != null && left.equals(leaders.get(pair.right()))
                ? List.of(Obstacle.of("obstacle.identity.joined-through-others", numbers(pair)))
                : List.of();
    }

    private List<UUID> groupOf(UUID record) {
        UUID leader = clusters.leaders(List.of(record)).get(record);
        return leader == null ? List.of(record) : clusters.members(leader);
    }

    private String[] numbers(Pair pair) {
        Map<UUID, String> found =
                persons.ofRecords(List.of(pair.left(), pair.right())).stream()
                        .collect(Collectors.toMap(Person::record, Person::number));
        return new String[] {found.get(pair.left()), found.get(pair.right())};
    }
}
