package org.nostos.linkage;

/// Takes the pairs of a run, one after another. It is never called by two threads at once, and the
/// order of the pairs depends on the records alone.
@FunctionalInterface
public interface PairSink {

    /// @param weight the sum of the evidence in bits; `probability` is `2^weight / (1 + 2^weight)`
    void accept(String left, String right, double probability, double weight);
}
