package org.nostos.legal;

import org.nostos.basics.StateCode;

/// A step about one bar.
public record BarStep(LawStep step, StateCode destination, Ground ground) {}
