package org.nostos.web.kin;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.registry.KinEvent;
import org.nostos.registry.KinKeeping.Proposal;
import org.nostos.registry.KinRelation;
import org.springframework.format.annotation.DateTimeFormat;

/// A tie as the form proposes it; kept for the next page when it is refused.
///
/// @param number of a person here; or `relative`, their id; or `contact`, a name outside
/// @param same `yes`, `no`, or empty: not known
public record TieForm(
        @Nullable String number,
        @Nullable UUID relative,
        @Nullable String contact,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate born,
        @Nullable KinRelation relation,
        KinEvent.@Nullable Marriage marriage,
        KinEvent.@Nullable Grade grade,
        @Nullable String same,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
        @Nullable String source,
        @Nullable UUID seen) {

    String personNumber() {
        return number == null ? "" : number.strip();
    }

    /// The proposal with this person here, or nobody here.
    @Nullable Proposal with(@Nullable UUID found) {
        KinRelation who = relation;
        KinEvent.Grade known = grade;
        if (who == null || known == null) {
            return null;
        }
        return new Proposal(
                found,
                contact == null ? "" : contact.strip(),
                born,
                who,
                marriage,
                known,
                samePlace(same),
                since == null ? LocalDate.now(ZoneOffset.UTC) : since,
                source == null ? "" : source);
    }

    static @Nullable Boolean samePlace(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        return said.equals("yes");
    }
}
