package org.nostos.linkage;

import java.util.List;

/// Why two records have the probability they have.
///
/// `priorWeight` and the weights of the evidence add up to `weight`, and `probability` is
/// `2^weight / (1 + 2^weight)`.
public record Explanation(
        String left,
        String right,
        double priorWeight,
        List<Evidence> evidence,
        double weight,
        double probability) {
    public Explanation {
        evidence = List.copyOf(evidence);
    }
}
