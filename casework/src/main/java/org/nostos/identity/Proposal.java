package org.nostos.identity;

import java.util.UUID;

/// Two records that a linking run takes for one person with this probability. `weight` is in bits.
public record Proposal(UUID id, UUID run, Pair pair, double probability, double weight) {}
