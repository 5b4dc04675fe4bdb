package org.nostos.identity;

import java.util.Optional;
import org.nostos.linkage.Explanation;
import org.nostos.lists.AcceptedRecord;

/// A pair that a model would change, with what both models make of it. An explanation is missing when
/// the engine no longer holds that model in memory: since a later trial, or a start.
public record TrialPairFile(
        TrialPair pair,
        AcceptedRecord left,
        AcceptedRecord right,
        Optional<Explanation> was,
        Optional<Explanation> would) {}
