package org.nostos.transfers;

import java.time.Instant;
import java.util.UUID;

/// Somebody on a transfer, and the clearance on which they were put there.
///
/// @param person as they were known on that day
public record TransferLine(
        UUID id,
        UUID transfer,
        UUID person,
        UUID clearance,
        UUID account,
        String by,
        Instant recordedAt) {}
