package org.nostos.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;

/// A nationality that a list gives somebody, without anybody's act: that party alleges it.
///
/// @param state the state that is meant, or null where the words name none that is known here
public record NationalityAllegation(
        @Nullable StateCode state,
        String written,
        String party,
        String list,
        LocalDate asOf,
        LocalDate receivedOn) {}
