package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.identity.Pair;

/// Records put into groups, pair by pair; some are told apart and never come into one group.
///
/// Records that are in no pair need not be known: each is a group of its own. Not for several
/// threads.
public final class Groups {

    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final List<UUID> records = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final Map<Integer, Set<Integer>> apart = new HashMap<>();
    private int joins;

    /// Tells two records apart. What is told apart before is kept apart by every later join.
    public void tellApart(Pair pair) {
        int left = root(number(pair.left()));
        int right = root(number(pair.right()));
        if (left == right) {
            throw new IllegalArgumentException("one group cannot be told apart from itself");
        }
        apart.computeIfAbsent(left, any -> new HashSet<>()).add(right);
        apart.computeIfAbsent(right, any -> new HashSet<>()).add(left);
    }

    /// Joins the groups of two records, unless they are told apart.
    public void join(Pair pair) {
        int left = root(number(pair.left()));
        int right = root(number(pair.right()));
        if (left == right || apart.getOrDefault(left, Set.of()).contains(right)) {
            return;
        }
        parents.set(right, left);
        joins++;
        for (int enemy : apart.getOrDefault(right, Set.of())) {
            Set<Integer> others = apart.computeIfAbsent(enemy, any -> new HashSet<>());
            others.remove(right);
            others.add(left);
            apart.computeIfAbsent(left, any -> new HashSet<>()).add(enemy);
        }
        apart.remove(right);
    }

    /// By how many the groups are fewer than the records.
    public int joins() {
        return joins;
    }

    /// The records that stand in one group with others, each with one of its group for all.
    public Map<UUID, UUID> joined() {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            sizes.merge(root(i), 1, Integer::sum);
        }
        Map<UUID, UUID> joined = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            int root = root(i);
            if (sizes.getOrDefault(root, 1) > 1) {
                joined.put(records.get(i), records.get(root));
            }
        }
        return joined;
    }

    private int number(UUID record) {
        return numbers.computeIfAbsent(
                record,
                any -> {
                    records.add(record);
                    parents.add(parents.size());
                    return parents.size() - 1;
                });
    }

    private int root(int of) {
        int at = of;
        while (parents.get(at) != at) {
            parents.set(at, parents.get(parents.get(at)));
            at = parents.get(at);
        }
        return at;
    }
}
