package org.nostos.identity.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.identity.Judgements;
import org.nostos.identity.Pair;
import org.nostos.linkage.Constraints;

/// What two hands have confirmed, as the engine keeps to it: those confirmed to be one must stand
/// together, those told apart must not, and a pair that is settled is proposed no more.
public final class Confirmed {

    private final JudgedPairs judged;
    private final Map<UUID, UUID> joined;
    private final Set<Pair> apart = new HashSet<>();

    private Confirmed(JudgedPairs judged) {
        this.judged = judged;
        joined = judged.groups().joined();
        judged.different().forEach(pair -> apart.add(ofGroups(pair)));
    }

    /// As the projection has it now.
    public static Confirmed now(Judgements judgements) {
        return new Confirmed(JudgedPairs.now(judgements));
    }

    /// The same as the engine's clustering takes it.
    public Constraints constraints() {
        return new Constraints(constraints(judged.same()), constraints(judged.different()));
    }

    JudgedPairs judged() {
        return judged;
    }

    /// Whether the pair is for people to judge: neither settled itself nor told apart by way of others.
    /// One that is joined by way of others stays, and comes back when a link between them is taken out.
    public boolean leavesOpen(Pair pair) {
        return !judged.settled(pair) && !isApart(pair);
    }

    private boolean isApart(Pair pair) {
        UUID left = group(pair.left());
        UUID right = group(pair.right());
        return !left.equals(right) && apart.contains(Pair.of(left, right));
    }

    private Pair ofGroups(Pair pair) {
        return Pair.of(group(pair.left()), group(pair.right()));
    }

    private UUID group(UUID record) {
        return joined.getOrDefault(record, record);
    }

    private static Set<Constraints.Pair> constraints(Set<Pair> pairs) {
        return pairs.stream()
                .map(pair -> new Constraints.Pair(pair.left().toString(), pair.right().toString()))
                .collect(Collectors.toSet());
    }
}
