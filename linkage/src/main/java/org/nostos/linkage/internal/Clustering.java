package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.nostos.linkage.Constraints;
import org.nostos.linkage.RecordTable;

/// Union-find over the pairs in order of weight, with what humans forbade and a guard at bridges.
///
/// A join of two clusters needs pairs between them in proportion to the smaller one: one chance pair
/// must not make one person of two who are each well attested.
public final class Clustering {
    private static final double SHARE = .34;

    private final RecordTable table;
    private final Constraints constraints;
    private final double minWeight;
    private int[] lefts = new int[1024];
    private int[] rights = new int[1024];
    private float[] weights = new float[1024];
    private int count;

    public Clustering(RecordTable table, Constraints constraints, double at) {
        this.table = table;
        this.constraints = constraints;
        this.minWeight = Weights.weight(at);
    }

    public void add(String left, String right, double weight) {
        if (weight < minWeight) {
            return;
        }
        if (count == lefts.length) {
            lefts = Arrays.copyOf(lefts, count * 2);
            rights = Arrays.copyOf(rights, count * 2);
            weights = Arrays.copyOf(weights, count * 2);
        }
        lefts[count] = table.row(left);
        rights[count] = table.row(right);
        weights[count++] = (float) weight;
    }

    public List<String> ids() {
        return IntStream.range(0, table.size()).mapToObj(table::id).toList();
    }

    public Map<String, String> clusterOf() {
        int[] roots = roots();
        Map<String, String> clusterOf = HashMap.newHashMap(table.size());
        for (int row = 0; row < roots.length; row++) {
            clusterOf.put(table.id(row), table.id(roots[row]));
        }
        return clusterOf;
    }

    /// For each row the first row of its cluster.
    private int[] roots() {
        Forest forest = new Forest(table.size(), forbidden());
        for (Constraints.Pair pair : constraints.mustLink()) {
            int left = table.row(pair.left());
            int right = table.row(pair.right());
            if (left >= 0 && right >= 0) {
                forest.join(left, right);
            }
        }
        Neighbours neighbours = Neighbours.of(table.size(), lefts, rights, count);
        for (int edge : byWeight()) {
            int a = forest.root(lefts[edge]);
            int b = forest.root(rights[edge]);
            if (a != b && bears(forest, neighbours, a, b)) {
                forest.join(a, b);
            }
        }
        return forest.firstRows();
    }

    private static boolean bears(Forest forest, Neighbours neighbours, int a, int b) {
        int smaller = forest.size(a) <= forest.size(b) ? a : b;
        int larger = smaller == a ? b : a;
        int needed = (int) Math.ceil(SHARE * forest.size(smaller));
        int found = 0;
        for (int member : forest.members(smaller)) {
            for (int k = neighbours.from(member);
                    k < neighbours.to(member) && found < needed;
                    k++) {
                found += forest.root(neighbours.row(k)) == larger ? 1 : 0;
            }
        }
        return found >= needed;
    }

    /// The pairs, the heaviest first, and of equal ones that of the earlier rows. A weight and a place are
    /// packed into a long, so that no pair is an object.
    private int[] byWeight() {
        long[] packed = new long[count];
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToIntBits(weights[i]);
            int ascending = bits ^ (bits >> 31 & Integer.MAX_VALUE);
            packed[i] = (long) ~ascending << 32 | i;
        }
        Arrays.parallelSort(packed);
        int[] sorted = Arrays.stream(packed).mapToInt(pair -> (int) pair).toArray();
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && packed[to] >> 32 == packed[from] >> 32) {
                to++;
            }
            byRows(sorted, from, to);
            from = to;
        }
        return sorted;
    }

    private void byRows(int[] edges, int from, int to) {
        if (to - from == 1) {
            return;
        }
        int[] sorted =
                Arrays.stream(edges, from, to)
                        .boxed()
                        .sorted((x, y) -> {
                            int order = Integer.compare(lefts[x], lefts[y]);
                            return order != 0 ? order : Integer.compare(rights[x], rights[y]);
                        })
                        .mapToInt(Integer::intValue)
                        .toArray();
        System.arraycopy(sorted, 0, edges, from, sorted.length);
    }

    private Map<Integer, Set<Integer>> forbidden() {
        Map<Integer, Set<Integer>> forbidden = new HashMap<>();
        for (Constraints.Pair pair : constraints.cannotLink()) {
            int left = table.row(pair.left());
            int right = table.row(pair.right());
            if (left >= 0 && right >= 0) {
                forbidden.computeIfAbsent(left, any -> new HashSet<>()).add(right);
                forbidden.computeIfAbsent(right, any -> new HashSet<>()).add(left);
            }
        }
        return forbidden;
    }

    /// For each row the rows it has a pair with.
    private static final class Neighbours {
        private final int[] offsets;
        private final int[] rows;

        Neighbours(int[] offsets, int[] rows) {
            this.offsets = offsets;
            this.rows = rows;
        }

        static Neighbours of(int size, int[] lefts, int[] rights, int count) {
            int[] offsets = new int[size + 1];
            for (int i = 0; i < count; i++) {
                offsets[lefts[i] + 1]++;
                offsets[rights[i] + 1]++;
            }
            for (int row = 0; row < size; row++) {
                offsets[row + 1] += offsets[row];
            }
            int[] rows = new int[count * 2];
            int[] next = offsets.clone();
            for (int i = 0; i < count; i++) {
                rows[next[lefts[i]]++] = rights[i];
                rows[next[rights[i]]++] = lefts[i];
            }
            return new Neighbours(offsets, rows);
        }

        int from(int row) {
            return offsets[row];
        }

        int to(int row) {
            return offsets[row + 1];
        }

        int row(int at) {
            return rows[at];
        }
    }

    /// Sets of rows that know their members and whom they may not take in.
    private static final class Forest {
        private final int[] parents;
        private final Map<Integer, List<Integer>> members = new HashMap<>();
        private final Map<Integer, Set<Integer>> forbidden;

        Forest(int size, Map<Integer, Set<Integer>> forbidden) {
            parents = IntStream.range(0, size).toArray();
            this.forbidden = forbidden;
        }

        int root(int row) {
            int at = row;
            while (parents[at] != at) {
                parents[at] = parents[parents[at]];
                at = parents[at];
            }
            return at;
        }

        int size(int root) {
            return members(root).size();
        }

        List<Integer> members(int root) {
            return members.getOrDefault(root, List.of(root));
        }

        void join(int left, int right) {
            int a = root(left);
            int b = root(right);
            if (a == b || isForbidden(a, b)) {
                return;
            }
            int larger = size(a) >= size(b) ? a : b;
            int smaller = larger == a ? b : a;
            List<Integer> all =
                    members.computeIfAbsent(larger, root -> new ArrayList<>(List.of(root)));
            all.addAll(members(smaller));
            members.remove(smaller);
            parents[smaller] = larger;
        }

        private boolean isForbidden(int a, int b) {
            if (forbidden.isEmpty()) {
                return false;
            }
            int smaller = size(a) <= size(b) ? a : b;
            int larger = smaller == a ? b : a;
            return members(smaller).stream()
                    .flatMap(row -> forbidden.getOrDefault(row, Set.of()).stream())
                    .anyMatch(row -> root(row) == larger);
        }

        int[] firstRows() {
            int[] first = new int[parents.length];
            Arrays.fill(first, -1);
            int[] result = new int[parents.length];
            for (int row = 0; row < parents.length; row++) {
                int root = root(row);
                first[root] = first[root] < 0 ? row : first[root];
                result[row] = first[root];
            }
            return result;
        }
    }
}
