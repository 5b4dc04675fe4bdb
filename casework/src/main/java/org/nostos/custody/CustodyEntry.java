package org.nostos.custody;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;

/// What an officer says happened, before it is an event. `facility` names a place of the house; without
/// one, `place` says it in words.
public record CustodyEntry(
        CustodyKind kind,
        PartialDate happened,
        @Nullable HoldingAuthority authority,
        @Nullable UUID facility,
        String place,
        String section,
        @Nullable LegalGround ground,
        String order,
        String source,
        String reason) {

    public CustodyEntry {
        place = place.strip();
        section = section.strip();
        order = order.strip();
        source = source.strip();
        reason = reason.strip();
    }

    /// An entry that says no more than day and source.
    public static CustodyEntry of(CustodyKind kind, PartialDate happened, String source) {
        return new CustodyEntry(kind, happened, null, null, "", "", null, "", source, "");
    }

    public CustodyEntry by(HoldingAuthority holder) {
        return new CustodyEntry(
                kind, happened, holder, facility, place, section, ground, order, source, reason);
    }

    public CustodyEntry in(UUID where) {
        return new CustodyEntry(
                kind, happened, authority, where, place, section, ground, order, source, reason);
    }

    public CustodyEntry on(LegalGround stated) {
        return new CustodyEntry(
                kind, happened, authority, facility, place, section, stated, order, source, reason);
    }
}
