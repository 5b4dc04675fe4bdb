package org.nostos.requests;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;

/// A note verbale to a state: what it asks for, and what it adds to the template in both languages.
///
/// @param number `NV-XMA-2026-0001`, given when the note is signed: the first to that state in the year
/// @param by who began it, where the reader may know
public record NoteVerbale(
        UUID id,
        @Nullable String number,
        StateCode state,
        String stateName,
        AskedFor asked,
        String wordsEn,
        String wordsAr,
        UUID account,
        @Nullable String by,
        Instant recordedAt) {}
