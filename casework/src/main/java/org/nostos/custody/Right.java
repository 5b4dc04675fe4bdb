package org.nostos.custody;

/// What a person who is held has to be told.
public enum Right {
    /// Why they are held.
    REASONS,
    /// That a consul can be told, if they want it.
    CONSULAR,
    COUNSEL,
    /// That a court can look at whether they are lawfully held.
    COURT,
    /// That their family can be told.
    FAMILY,
    COMPLAINT,
    INTERPRETER
}
