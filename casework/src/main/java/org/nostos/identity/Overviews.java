package org.nostos.identity;

import java.time.Instant;

/// Where the overview's numbers come from.
///
/// The numbers are those of what the caller may see. A monitor, whom the walls show no person, gets
/// the committee's numbers without small cells: aggregates are what was disclosed to them. An
/// administrator gets none.
public interface Overviews {

    /// The numbers of what held at one moment, as it was known at another. Waiting proposals and
    /// running work are always those of now.
    Overview at(Instant held, Instant known);
}
