package org.nostos.web.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nostos.evidence.EvidenceItem.About;
import org.nostos.evidence.EvidenceItem.Compartment;
import org.nostos.evidence.EvidenceItem.Origin;
import org.springframework.format.annotation.DateTimeFormat;

/// The fields of a new item; they are shown again when it was refused.
///
/// @param about which form of the page it is
public record ItemForm(
        @Nullable String about,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
        @Nullable String what,
        @Nullable Origin origin,
        @Nullable String originator,
        @Nullable Boolean controlled,
        @Nullable String place,
        @Nullable String keeper,
        @Nullable String sha256,
        @Nullable Compartment compartment,
        @Nullable String reason,
        @Nullable String source) {

    About item(LocalDate today) {
        return new About(
                EvidenceForm.text(what),
                origin == null ? Origin.OTHER : origin,
                EvidenceForm.text(originator),
                Boolean.TRUE.equals(controlled),
                EvidenceForm.text(place),
                EvidenceForm.text(keeper),
                sha256,
                compartment == null ? Compartment.CASE : compartment,
                on == null ? today : on,
                EvidenceForm.text(source));
    }
}
