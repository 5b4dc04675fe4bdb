package org.nostos.requests;

/// What a state says of one person, and what is heard of it later.
public enum AnswerKind {
    ACCEPTED,
    ACCEPTED_CHILD_ONLY,
    ACCEPTED_CONDITIONAL,
    REFUSED,
    NOT_OUR_NATIONAL,
    MORE_INFORMATION_NEEDED,
    /// A named person applied what an agreement says of silence.
    DEEMED_ACCEPTED,
    ANSWER_WITHDRAWN,
    /// A body of the state reviewed its refusal and let it stand.
    REVIEW_UPHELD,
    REVIEW_QUASHED,
    WILL_PROSECUTE,
    WILL_NOT_PROSECUTE,
    TAKEN_BACK;

    /// Whether it is an answer, or takes one back.
    public boolean answers() {
        return ordinal() <= ANSWER_WITHDRAWN.ordinal();
    }

    /// Whether a state itself can say so at its desk.
    public boolean isForStates() {
        return this != DEEMED_ACCEPTED && this != TAKEN_BACK;
    }
}
