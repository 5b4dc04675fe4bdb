package org.nostos.identity;

/// Where one nationality of one person stands.
public enum NationalityStatus {
    ALLEGED,
    CLAIMED,
    /// Prima facie evidence speaks for it. Nobody sets this: it is computed.
    PRESUMED,
    VERIFICATION_REQUESTED,
    INTERVIEW_SCHEDULED,
    INTERVIEWED,
    VERIFIED,
    NOT_ESTABLISHED,
    DENIED,
    DEPRIVED,
    DEPRIVATION_CHALLENGED,
    RENOUNCED;

    /// Whether the state, as far as is known, does not hold the person to be its national.
    public boolean isLost() {
        return switch (this) {
            case DENIED, DEPRIVED, DEPRIVATION_CHALLENGED, RENOUNCED -> true;
            default -> false;
        };
    }
}
