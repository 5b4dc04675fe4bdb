package org.nostos.linkage;

/// What a run did: records looked at, candidate pairs found, pairs weighed, pairs handed on, and the
/// seconds of its stages.
public record LinkageStats(
        long records,
        long candidates,
        long scored,
        long kept,
        double indexSeconds,
        double trainSeconds,
        double scoreSeconds,
        int threads) {}
