package org.nostos.basics;

/// What an account may do for its party. An account acts in exactly one role.
public enum Role {
    /// Hands lists in and accepts them for its party.
    INTAKE_OFFICER,
    /// Gives the first judgement on a proposal.
    IDENTITY_REVIEWER,
    /// Gives the second judgement on a proposal; never on one's own.
    SECOND_REVIEWER,
    /// Watches: reads counts and the journal, and persons only where they were disclosed.
    MONITOR,
    /// Runs the server and its accounts; sees no person.
    ADMINISTRATOR,
    /// The engine: links and proposes for the coordinating committee. It never decides.
    ENGINE
}
