package org.nostos.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Who was shown which person, as far as the caller may know: whoever sees a person sees that they
/// were read. It is worked out from the acts of reading in the journal and can be rebuilt from them.
///
/// Every method needs a running transaction.
public interface PersonReads {

    /// The acts of reading that showed one of these persons from `from` until before `until`, the
    /// latest first. An act that showed several of them is one line for each.
    List<PersonRead> of(Collection<UUID> persons, Instant from, Instant until, int most);

    /// Works it out anew from the journal. Only the engine may.
    ///
    /// @return how many lines
    long rebuild();
}
