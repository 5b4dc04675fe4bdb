package org.nostos.linkage;

/// What a run did: records read, pairs looked at, pairs handed on, and the seconds of its stages.
public record LinkageStats(
        long records,
        long candidates,
        long scored,
        double indexSeconds,
        double trainSeconds,
        double scoreSeconds,
        int threads) {}
