package org.nostos.parties;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;

/// An authority, the committee, a state or a monitor.
public record Party(UUID id, PartyKind kind, String name, @Nullable StateCode state) {}
