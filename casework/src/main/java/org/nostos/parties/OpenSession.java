package org.nostos.parties;

import java.time.Instant;
import java.util.UUID;

/// One place where an account is signed in.
///
/// @param device the browser in a few words; empty when it is not known
/// @param address the network address it came in from; empty when it is not known
/// @param thisOne whether it is the caller's own session
public record OpenSession(
        UUID id,
        String device,
        String address,
        Instant since,
        Instant lastSeen,
        Instant until,
        boolean thisOne) {}
