package org.nostos.web.transfers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.transfers.TransferStep;
import org.springframework.format.annotation.DateTimeFormat;

/// The fields that every form of a transfer has, and that are shown again when a step was refused.
///
/// @param about which form of the page it is
public record TransferForm(
        @Nullable String about,
        @Nullable UUID seen,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
        @Nullable String reason,
        @Nullable String source) {

    TransferStep step(UUID transfer, LocalDate today) {
        return new TransferStep(
                transfer,
                seen,
                on == null ? today : on,
                reason == null ? "" : reason,
                source == null ? "" : source);
    }
}
