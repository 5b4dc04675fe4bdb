package org.nostos.requests;

import java.util.Collection;
import java.util.UUID;
import org.nostos.basics.StateCode;

/// What the person wants their consul to know, for each state: their choice, and nobody else's.
public interface ConsularWish {

    enum Choice {
        /// Nobody has told the person of the right yet, or there was no answer.
        NOT_ASKED,
        WISHES,
        DECLINES
    }

    /// The choice that stands of the person who is known under these persons.
    Choice of(Collection<UUID> persons, StateCode state);
}
