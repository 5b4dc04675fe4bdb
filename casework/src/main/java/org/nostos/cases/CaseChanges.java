package org.nostos.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What was done to a case lately, read from the journal. Every method needs a running transaction.
public interface CaseChanges {

    /// An act: its kind, by whom, and when it was recorded.
    record Change(String kind, String by, Instant at) {}

    /// The acts after this moment that name one of these ids, the latest first. Reading is none of them.
    List<Change> since(Collection<UUID> ids, Instant at, int most);
}
