package org.nostos.registry;

import java.util.Locale;

/// What stands apart from a person's file, and is kept by few.
public enum Compartment {
    /// A claim to asylum, or a fear of the state of origin.
    ASYLUM,
    /// What medical staff wrote.
    MEDICAL;

    /// The end of its message's key.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
