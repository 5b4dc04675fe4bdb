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
    ADMINISTRATION,
    LINKING
}
