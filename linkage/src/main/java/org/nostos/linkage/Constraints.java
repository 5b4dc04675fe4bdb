package org.nostos.linkage;

import java.util.HashSet;
import java.util.Set;

/// What humans have decided about pairs. The engine keeps to it and never sets it.
public record Constraints(Set<Pair> mustLink, Set<Pair> cannotLink) {

    /// Two records in no order. `left` is the lesser id.
    public record Pair(String left, String right) {
        public Pair {
            if (left.equals(right)) {
                throw new IllegalArgumentException("a record is not paired with itself");
            }
            if (left.compareTo(right) > 0) {
                String lesser = right;
                right = left;
                left = lesser;
            }
        }
    }

    public Constraints {
        mustLink = Set.copyOf(mustLink);
        cannotLink = Set.copyOf(cannotLink);
        for (Pair pair : mustLink) {
            if (cannotLink.contains(pair)) {
                throw new IllegalArgumentException("a pair is judged both the same and different");
            }
        }
    }

    public static Constraints none() {
        return new Constraints(Set.of(), Set.of());
    }

    public Constraints withMustLink(String left, String right) {
        Set<Pair> more = new HashSet<>(mustLink);
        more.add(new Pair(left, right));
        return new Constraints(more, cannotLink);
    }

    public Constraints withCannotLink(String left, String right) {
        Set<Pair> more = new HashSet<>(cannotLink);
        more.add(new Pair(left, right));
        return new Constraints(mustLink, more);
    }
}
