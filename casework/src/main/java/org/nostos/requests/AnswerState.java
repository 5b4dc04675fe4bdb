package org.nostos.requests;

/// What a state has answered about one person.
public enum AnswerState {
    /// Asked, and the clock has not run out.
    PENDING,
    ACCEPTED,
    ACCEPTED_CHILD_ONLY,
    ACCEPTED_CONDITIONAL,
    REFUSED,
    NOT_OUR_NATIONAL,
    MORE_INFORMATION_NEEDED,
    /// Silent past the clock: it has accepted nothing and denied nothing.
    NO_ANSWER,
    ANSWER_WITHDRAWN,
    /// What an agreement says of silence, applied by a named person.
    DEEMED_ACCEPTED;

    public boolean isAnswer() {
        return this != PENDING && this != NO_ANSWER && this != ANSWER_WITHDRAWN;
    }
}
