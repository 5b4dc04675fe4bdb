package org.nostos.legal;

/// Why somebody may not be moved to a state, or through it. Each is looked at for itself, person by
/// person: nothing is known of a ground that nobody assessed, and unknown blocks like found.
///
/// An order of a court, and the person's own will, are tracks of their own.
public enum Ground {
    TORTURE(LegalRule.TORTURE),
    DEATH_PENALTY(LegalRule.DEATH_PENALTY),
    DISAPPEARANCE(LegalRule.DISAPPEARANCE),
    UNFAIR_TRIAL(LegalRule.UNFAIR_TRIAL),
    PERSECUTION(LegalRule.PERSECUTION),
    /// Asked of children alone.
    BEST_INTERESTS(LegalRule.BEST_INTERESTS),
    FAMILY_UNITY(LegalRule.FAMILY_UNITY),
    HEALTH(LegalRule.HEALTH),
    /// Proceedings that need the person here, as accused or as witness.
    PROCEEDINGS(LegalRule.PROCEEDINGS),
    /// The state would not let them in, or not let them stay.
    NO_ADMISSION(LegalRule.NO_ADMISSION),
    /// There is no lawful place to receive them.
    CAPACITY(LegalRule.CAPACITY);

    private final LegalRule rule;

    Ground(LegalRule rule) {
        this.rule = rule;
    }

    public LegalRule rule() {
        return rule;
    }
}
