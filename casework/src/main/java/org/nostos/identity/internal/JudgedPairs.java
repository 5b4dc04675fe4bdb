package org.nostos.identity.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.identity.Judgement;
import org.nostos.identity.Judgements;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding;
import org.nostos.identity.PairStanding.State;

/// What is confirmed at one moment: the pairs that are one person, those that are two, and those of
/// which nobody can tell.
public record JudgedPairs(Set<Pair> same, Set<Pair> different, Set<Pair> unsure) {

    /// As the projection has it now.
    static JudgedPairs now(Judgements judgements) {
        return new JudgedPairs(
                judgements.pairs(State.SAME),
                judgements.pairs(State.DIFFERENT),
                judgements.pairs(State.UNSURE));
    }

    /// As it was known then, worked out from the judgements themselves.
    static JudgedPairs asKnown(Judgements judgements, Instant known) {
        return of(judgements.asKnown(known));
    }

    /// Worked out from these judgements.
    public static JudgedPairs of(Collection<Judgement> judgements) {
        Map<Pair, List<Judgement>> byPair = new HashMap<>();
        judgements.forEach(judgement ->
                byPair.computeIfAbsent(judgement.pair(), any -> new ArrayList<>()).add(judgement));
        JudgedPairs found = new JudgedPairs(new HashSet<>(), new HashSet<>(), new HashSet<>());
        byPair.forEach((pair, said) -> {
            switch (PairStanding.of(said).state()) {
                case SAME -> found.same.add(pair);
                case DIFFERENT -> found.different.add(pair);
                case UNSURE -> found.unsure.add(pair);
                case OPEN, WAITING, DISPUTED -> {}
            }
        });
        return found;
    }

    /// The groups of those confirmed to be one person.
    public Groups groups() {
        Groups groups = new Groups();
        different.forEach(groups::tellApart);
        same.forEach(groups::join);
        return groups;
    }

    /// The same among these records alone.
    JudgedPairs among(Set<UUID> records) {
        return new JudgedPairs(
                among(same, records), among(different, records), among(unsure, records));
    }

    boolean settled(Pair pair) {
        return same.contains(pair) || different.contains(pair) || unsure.contains(pair);
    }

    static Set<Pair> among(Collection<Pair> pairs, Set<UUID> records) {
        Set<Pair> kept = new HashSet<>();
        for (Pair pair : pairs) {
            if (records.contains(pair.left()) && records.contains(pair.right())) {
                kept.add(pair);
            }
        }
        return kept;
    }
}
