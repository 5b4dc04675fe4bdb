package org.nostos.cases;

import org.nostos.basics.StateCode;

/// A next step that somebody asks `whyNot` about.
public record Step(Kind kind, StateCode to) {

    /// What is to be done.
    public enum Kind {
        /// Moving the person there: home if it is their own state, otherwise a transfer.
        TRANSFER,
        /// Telling the state of the person, by name.
        DISCLOSURE
    }
}
