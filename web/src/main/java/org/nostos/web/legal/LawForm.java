package org.nostos.web.legal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.legal.LawStep;
import org.nostos.web.Dates;
import org.springframework.format.annotation.DateTimeFormat;

/// The fields that every form of the law has, and that are shown again when a step was refused.
///
/// @param about which form of the page it is
public record LawForm(
        @Nullable String about,
        @Nullable UUID seen,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
        @Nullable String reason,
        @Nullable String source) {

    LawStep step(List<UUID> persons, Dates dates) {
        return new LawStep(
                persons,
                seen,
                on == null ? dates.today() : on,
                reason == null ? "" : reason,
                source);
    }
}
