package org.nostos.identity;

import java.util.List;

/// What the hands of a disputed pair say and why, for the third who settles it: no names, and in no
/// order that tells who came first.
public record Dispute(List<Said> said) {

    /// One hand's verdict and reason.
    public record Said(Verdict verdict, String reason) {}

    public Dispute {
        said = List.copyOf(said);
    }
}
