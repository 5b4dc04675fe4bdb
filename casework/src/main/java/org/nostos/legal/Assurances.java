package org.nostos.legal;

import java.util.List;
import java.util.UUID;

/// What states assured, as far as the caller may see it. Every method needs a running transaction.
public interface Assurances {

    /// Everything about the assurances of all states, in the order recorded.
    List<Assurance.Event> all();

    void add(Assurance.Event event, UUID act);
}
