package org.nostos.identity;

/// What a reviewer says of a pair.
public enum Verdict {
    SAME,
    DIFFERENT,
    /// Cannot tell from what is there.
    UNSURE
}
