package org.nostos.identity;

/// How far a piece of evidence carries, in the words of readmission agreements.
public enum EvidenceGrade {
    /// Enough to ask a state for an answer, and no more.
    INITIATES,
    /// The state is presumed to be the person's unless it shows otherwise.
    PRIMA_FACIE,
    /// Proof, where the state itself issued it and the original was seen.
    PROOF
}
