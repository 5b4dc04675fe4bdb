package org.nostos.identity;

/// A piece of evidence, as a pointer: what it is, how far it carries, what was seen of it.
///
/// @param number of the document, or empty
/// @param sha256 of the file that shows it, in hex, or empty
/// @param laboratory of a parentage result, with `chain` (who held the sample, in order), or empty
/// @param mrz the lines of a travel document for machines, or empty
public record NationalityEvidence(
        EvidenceKind kind,
        EvidenceGrade grade,
        Seen seen,
        String number,
        String sha256,
        String laboratory,
        String chain,
        String mrz) {

    /// What of it somebody of the committee has seen.
    public enum Seen {
        ORIGINAL,
        COPY,
        HEARSAY
    }

    /// Evidence of this kind with nothing more to say of it.
    public static NationalityEvidence of(EvidenceKind kind, EvidenceGrade grade, Seen seen) {
        return new NationalityEvidence(kind, grade, seen, "", "", "", "", "");
    }

    /// Whether its words are as long as they may be, and its file is named by a SHA-256.
    boolean isWorded() {
        return sha256.matches("([0-9a-f]{64})?")
                && number.length() <= 100
                && laboratory.length() <= 200
                && chain.length() <= 500
                && mrz.length() <= 200;
    }

    boolean isProof() {
        return grade == EvidenceGrade.PROOF;
    }
}
