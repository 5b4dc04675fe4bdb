package org.nostos.transfers;

/// What somebody goes along for.
public enum EscortKind {
    MEDICAL,
    CHILD,
    OTHER
}
