package org.nostos.basics;

/// What a rule does when it is not met. None of them decides anything: a human does.
public enum Effect {
    /// The act that it guards has no way through.
    BLOCKS,
    /// The person stands on a list of alarms until somebody has acted.
    ALARMS,
    /// A day is due, and after it the person or the state stands on a list of what is late.
    CLOCK
}
