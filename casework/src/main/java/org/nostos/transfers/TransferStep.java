package org.nostos.transfers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What every step of a transfer says: on which day, why, and on which paper.
///
/// @param seen the last thing that the page showed of this transfer, or null when it showed none
public record TransferStep(
        UUID transfer, @Nullable UUID seen, LocalDate on, String reason, String source) {

    public TransferStep {
        reason = reason.strip();
        source = source.strip();
    }
}
