package org.nostos.identity;

/// What can happen on the way to knowing whether somebody is a national of a state.
public enum NationalityStep {
    /// The person says so.
    CLAIMED,
    /// A holder, or another who is not the person, says so.
    ALLEGED,
    EVIDENCE_ADDED,
    VERIFICATION_REQUESTED,
    INTERVIEW_SCHEDULED,
    INTERVIEWED,
    /// The state says that the person is its national.
    VERIFIED,
    /// The state cannot say.
    NOT_ESTABLISHED,
    /// The state says that the person is not its national.
    DENIED,
    /// The state took its nationality away.
    DEPRIVED,
    /// The deprivation was challenged before a court or another body of that state.
    DEPRIVATION_CHALLENGED,
    RENOUNCED,
    /// A second account confirms an event that needs two hands.
    CONFIRMED,
    /// An event is taken back as wrong.
    CORRECTED;

    /// Whether it counts only once a second account has confirmed it.
    public boolean needsSecondHand() {
        return switch (this) {
            case VERIFIED, DENIED, DEPRIVED, RENOUNCED -> true;
            default -> false;
        };
    }

    /// Whether it says what the state's answer is, and stands until another does.
    public boolean isFinding() {
        return needsSecondHand() || this == NOT_ESTABLISHED || this == DEPRIVATION_CHALLENGED;
    }

    /// Whether it is about another event.
    public boolean isAboutEvent() {
        return this == CONFIRMED || this == CORRECTED;
    }
}
