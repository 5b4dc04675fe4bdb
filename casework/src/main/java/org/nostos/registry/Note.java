package org.nostos.registry;

import java.time.Instant;
import java.util.UUID;

/// A note on a person that stands apart from their file.
public record Note(
        UUID id, UUID person, Compartment kind, String words, String by, Instant recordedAt) {}
