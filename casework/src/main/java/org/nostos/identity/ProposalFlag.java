package org.nostos.identity;

/// A reason to look twice at a proposal, in a plain word, with its why. It decides nothing, and it keeps
/// the pair out of every batch.
///
/// @param number fills the sentence of the why, where it takes one: how many records carry the name
public record ProposalFlag(Kind kind, Why why, int number) {

    /// The plain word.
    public enum Kind {
        /// One family and one day of birth, and yet not one given name or sex.
        TWINS,
        /// One name, and something that contradicts it or too little beside it.
        NAMESAKES,
        /// Only what a brother or a sister would share speaks for the pair.
        FAMILY_ONLY,
        /// Two rows of one list, which took them for two.
        SAME_LIST
    }

    /// What was seen.
    public enum Why {
        OTHER_GIVEN_NAME,
        OTHER_SEX,
        OTHER_FATHER,
        OTHER_MOTHER,
        OTHER_BIRTH,
        COMMON_NAME,
        NOTHING_OF_THEIR_OWN,
        SAME_LIST
    }
}
