package org.nostos.custody;

import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;

/// A time in which one authority held a person in one place.
///
/// A change of either begins another. The ground is the one stated last in it.
///
/// @param began the event that began it
/// @param ended the event that ended it, if it has ended
public record Episode(
        @Nullable HoldingAuthority authority,
        @Nullable Place place,
        LegalGround ground,
        CustodyEvent began,
        @Nullable CustodyEvent ended) {

    public PartialDate from() {
        return began.happened();
    }

    public @Nullable PartialDate to() {
        return ended == null ? null : ended.happened();
    }

    Episode on(LegalGround stated) {
        return new Episode(authority, place, stated, began, ended);
    }

    Episode endedBy(CustodyEvent event) {
        return new Episode(authority, place, ground, began, event);
    }
}
