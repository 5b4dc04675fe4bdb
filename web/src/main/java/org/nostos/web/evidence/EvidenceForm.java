package org.nostos.web.evidence;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.evidence.EvidenceEvent;
import org.nostos.evidence.EvidenceEvent.Hands;
import org.nostos.evidence.EvidenceStep;
import org.nostos.evidence.Recipient;
import org.springframework.format.annotation.DateTimeFormat;

/// The fields of the steps on an item; they are shown again when a step was refused.
///
/// @param about which form of the page it is
public record EvidenceForm(
        @Nullable String about,
        @Nullable UUID seen,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
        @Nullable String recipient,
        EvidenceEvent.@Nullable Use use,
        @Nullable String giver,
        @Nullable String receiver,
        @Nullable String place,
        @Nullable String seal,
        @Nullable String reason,
        @Nullable String source) {

    /// What the form says, or that of an allegation on counsel's page.
    public EvidenceStep step(EvidenceEvent.Kind kind, LocalDate today) {
        boolean handed = kind == EvidenceEvent.Kind.HANDED;
        return new EvidenceStep(
                kind,
                seen,
                on == null ? today : on,
                recipient == null || recipient.isBlank() ? null : new Recipient(recipient),
                use,
                handed ? new Hands(text(giver), text(receiver), text(place), text(seal)) : null,
                text(reason),
                source);
    }

    static String text(@Nullable String said) {
        return said == null ? "" : said;
    }
}
