package org.nostos.tasks;

/// Where a person is who vanished from a list, or how they left it.
public enum Finding {
    RELEASED,
    TRANSFERRED,
    ESCAPED,
    DECEASED,
    /// Looked for, and not found: the person stays unaccounted for.
    UNACCOUNTED,
    /// Stands on another list, or further down on the same.
    LISTED_ELSEWHERE,
    /// Left out or written otherwise by mistake; the person is where they were.
    CLERICAL
}
