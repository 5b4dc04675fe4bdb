package org.nostos.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Stage;

/// A step on a figure: the stage it led to, who took it, when and why.
///
/// @param by the account's name; empty to a reader who does not see who works for the committee
public record LedgerEvent(
        UUID id,
        Stage stage,
        @Nullable FigureSource source,
        @Nullable UUID replacedBy,
        @Nullable String reason,
        UUID account,
        String by,
        Instant at) {}
