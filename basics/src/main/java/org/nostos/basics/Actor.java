package org.nostos.basics;

import java.util.UUID;

/// A named human, or the engine, acting in one role for one party.
public record Actor(UUID account, UUID party, Role role) {}
