package org.nostos.cases;

import java.time.Instant;
import java.util.UUID;

/// A case that was opened for a person, under a number of its own.
public record OpenedCase(UUID id, UUID person, String number, String by, Instant at) {}
