package org.nostos.web.custody;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.lists.WrittenDate;

/// The fields of a form that says what happened; those that a kind does not have stay empty.
public record StepForm(
        CustodyKind kind,
        @Nullable UUID seen,
        @Nullable String when,
        @Nullable UUID authority,
        @Nullable String authorityName,
        @Nullable UUID facility,
        @Nullable String place,
        @Nullable String section,
        @Nullable LegalGround ground,
        @Nullable String order,
        @Nullable String source,
        @Nullable String reason) {

    /// What the form says; nothing if its day cannot be read.
    Optional<CustodyEntry> entry(@Nullable HoldingAuthority holder) {
        return WrittenDate.read(text(when), LocalDate.now(ZoneOffset.UTC))
                .map(happened ->
                        new CustodyEntry(
                                kind,
                                happened,
                                holder,
                                facility,
                                text(place),
                                text(section),
                                ground,
                                text(order),
                                text(source),
                                text(reason)));
    }

    static String text(@Nullable String said) {
        return said == null ? "" : said.strip();
    }
}
