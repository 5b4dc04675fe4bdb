package org.nostos.parties;

import java.time.Instant;

/// The independent body of whose members one has a hand in lifting a bar.
public record ReviewBody(String name, String mandate, String by, Instant at) {}
