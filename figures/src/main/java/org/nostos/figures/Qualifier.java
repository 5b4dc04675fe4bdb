package org.nostos.figures;

import java.util.Locale;

/// How a number was hedged when it was said. No hedge is `EXACT`, even for a round number.
public enum Qualifier {
    EXACT,
    ABOUT,
    AT_LEAST,
    MORE_THAN,
    AT_MOST,
    LESS_THAN,
    RANGE,
    /// Only a magnitude was said: dozens, tens of thousands.
    VAGUE;

    /// As it is written in files: `at_least`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
