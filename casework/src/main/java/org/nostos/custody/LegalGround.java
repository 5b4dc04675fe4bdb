package org.nostos.custody;

import java.util.EnumSet;
import java.util.Set;

/// On what legal ground a person is held, as somebody stated it. That none is known is a value.
public enum LegalGround {
    PRE_TRIAL,
    CONVICTED,
    DEATH_SENTENCE,
    SECURITY_INTERNMENT,
    PRISONER_OF_WAR,
    IMMIGRATION_HOLD,
    TRANSFER_HOLD,
    PROTECTIVE_STAY_OF_CHILD,
    /// A child who is there because a parent is held.
    ACCOMPANYING_PARENT,
    NONE_KNOWN,
    DISPUTED;

    private static final Set<LegalGround> OF_A_COURT =
            EnumSet.of(PRE_TRIAL, CONVICTED, DEATH_SENTENCE, PRISONER_OF_WAR);
    private static final Set<LegalGround> NOT_FOR_A_CHILD =
            EnumSet.of(SECURITY_INTERNMENT, NONE_KNOWN, DISPUTED);

    /// Whether holding on this ground has to be looked at again and again, because no court ordered it
    /// for a time that it named, and the law of prisoners of war does not govern it.
    public boolean isReviewed() {
        return !OF_A_COURT.contains(this);
    }

    /// Whether a child who is held so is in security detention, or in detention that nobody explains.
    public boolean isSecurityDetention() {
        return NOT_FOR_A_CHILD.contains(this);
    }
}
