package org.nostos.basics;

/// What an account may do for its party. An account acts in exactly one role.
public enum Role {
    /// Hands lists in and accepts them for its party.
    INTAKE_OFFICER,
    /// Gives the first judgement on a proposal.
    IDENTITY_REVIEWER,
    /// Gives the second judgement on a proposal; never on one's own.
    SECOND_REVIEWER,
    /// Keeps the cases of the committee: custody, nationality, what is asked of states.
    CASE_OFFICER,
    /// Decides for the committee what the law asks: reviews, bars, clearances. Never on one's own draft.
    LEGAL_REVIEWER,
    /// Keeps the committee's ledger of what is said in public; sees no person.
    ANALYST,
    /// Has the independent hand in lifting a bar.
    INDEPENDENT_REVIEWER,
    /// Answers for a state, and sees whom the committee asked it about.
    CONSULAR_OFFICER,
    /// Represents persons held: sees its clients' files and lodges appeals.
    COUNSEL,
    /// Watches: reads counts and the journal, and persons only where they were disclosed.
    MONITOR,
    /// Runs the server and its accounts; sees no person.
    ADMINISTRATOR,
    /// The engine: links and proposes for the coordinating committee. It never decides.
    ENGINE
}
