package org.nostos.basics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// What every event of a case carries: whom it is about, when it happened, when and by whom it was
/// recorded.
///
/// @param on the day it happened, or the first day it can have happened
/// @param by the name under which the account signs
public record Stamp(
        UUID id, UUID person, LocalDate on, Instant recordedAt, UUID account, String by) {}
