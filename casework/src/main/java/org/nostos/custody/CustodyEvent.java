package org.nostos.custody;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Stamp;

/// Something that happened in a person's custody, as somebody recorded it. It never changes.
///
/// What its kind does not say is absent. `happened` is the day as far as it is known; the stamp
/// carries its first.
///
/// @param order the authority that ordered it and its paper, empty if none is known
/// @param source where it is known from
/// @param takesBack the event that this one takes back
/// @param handover the handing over of a whole facility that it is part of
public record CustodyEvent(
        Stamp stamp,
        CustodyKind kind,
        PartialDate happened,
        @Nullable HoldingAuthority authority,
        @Nullable Place place,
        @Nullable LegalGround ground,
        String order,
        String source,
        String reason,
        @Nullable UUID takesBack,
        @Nullable UUID handover) {

    public UUID id() {
        return stamp.id();
    }
}
