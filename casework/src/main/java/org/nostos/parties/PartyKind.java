package org.nostos.parties;

/// What a party is to the people held.
public enum PartyKind {
    /// Holds people, in its own name or another's.
    HOLDING_AUTHORITY,
    /// Works out who is who, asks the states and prepares each return. One an instance.
    COORDINATING_COMMITTEE,
    /// A state whose nationals may be among the people held.
    STATE,
    /// Independent of the committee: of its members one has a hand in lifting a bar.
    REVIEW_BODY,
    /// Represents people held.
    LEGAL_AID,
    /// Watches over the process: a body of the United Nations, the ICRC, a rights group.
    MONITOR
}
