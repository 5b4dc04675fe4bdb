package org.nostos.identity;

/// What a piece of evidence of a nationality is, and how far it can carry at most.
///
/// The grades follow the annexes of readmission agreements, which differ: an agreement may give a kind
/// less than this, and an officer grades each piece.
public enum EvidenceKind {
    PASSPORT(EvidenceGrade.PROOF),
    IDENTITY_CARD(EvidenceGrade.PROOF),
    CITIZENSHIP_CERTIFICATE(EvidenceGrade.PROOF),
    FAMILY_BOOK(EvidenceGrade.PROOF),
    BIRTH_CERTIFICATE(EvidenceGrade.PRIMA_FACIE),
    PHOTOCOPY(EvidenceGrade.PRIMA_FACIE),
    WITNESS(EvidenceGrade.PRIMA_FACIE),
    OWN_STATEMENT(EvidenceGrade.PRIMA_FACIE),
    /// The result of a laboratory, as a reference: whose child somebody is, never a genome.
    PARENTAGE_RESULT(EvidenceGrade.PRIMA_FACIE),
    LANGUAGE(EvidenceGrade.INITIATES);

    private final EvidenceGrade highest;

    EvidenceKind(EvidenceGrade highest) {
        this.highest = highest;
    }

    public EvidenceGrade highest() {
        return highest;
    }
}
