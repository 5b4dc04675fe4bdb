package org.nostos.figures;

import org.jspecify.annotations.Nullable;

/// In what two figures are not the same, so that they cannot contradict each other. A null side is not
/// known; what is not known never agrees.
public record Difference(Aspect aspect, @Nullable String one, @Nullable String other) {

    /// What has to agree before numbers are set against each other.
    public enum Aspect {
        UNIT,
        /// Who is counted.
        COUNTED,
        /// What is said of them: held, moved, killed.
        CATEGORY,
        ORIGIN,
        PLACE,
        /// The day it held.
        TIME,
        /// Of which whole it is a part.
        WHOLE
    }
}
