package org.nostos.evidence;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.evidence.EvidenceEvent.Hands;
import org.nostos.evidence.EvidenceEvent.Kind;
import org.nostos.evidence.EvidenceEvent.Use;

/// A step on an item, as its form says it; fields that a kind does not have stay empty.
///
/// @param seen the last event that the page showed of the item
public record EvidenceStep(
        Kind kind,
        @Nullable UUID seen,
        LocalDate on,
        @Nullable Recipient recipient,
        @Nullable Use use,
        @Nullable Hands hands,
        String reason,
        @Nullable String source) {

    public EvidenceStep {
        reason = reason.strip();
        source = source == null || source.isBlank() ? null : source.strip();
    }
}
