package org.nostos.retention;

import java.time.Instant;

/// What stands where something was erased: when, and on what ground.
public record ErasedMark(Instant at, String legalGround) {}
