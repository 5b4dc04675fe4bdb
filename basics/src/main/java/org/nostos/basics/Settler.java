package org.nostos.basics;

/// Who can settle what is missing.
public enum Settler {
    HOLDER,
    CASE_OFFICER,
    IDENTITY_REVIEWER,
    LEGAL_REVIEWER,
    INDEPENDENT_BODY,
    STATE,
    COURT,
    PANEL,
    PHYSICIAN,
    /// The person whose case it is.
    PERSON
}
