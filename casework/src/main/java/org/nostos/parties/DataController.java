package org.nostos.parties;

import java.time.Instant;

/// Who answers for the data on this instance: named, reachable, and on a legal basis.
///
/// @param contact how to reach whoever sees to data protection
public record DataController(
        String name, String address, String contact, String legalBasis, String by, Instant at) {}
