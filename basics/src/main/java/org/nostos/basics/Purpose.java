package org.nostos.basics;

/// Why an act is done or a person is read. It stands in the journal beside who did it.
public enum Purpose {
    INTAKE,
    IDENTITY_REVIEW,
    CASEWORK,
    LEGAL_REVIEW,
    STATE_REQUEST,
    TRANSFER,
    REPRESENTATION,
    MONITORING,
    /// What is said in public: no person is read for it.
    ANALYSIS,
    ADMINISTRATION,
    LINKING
}
