package org.nostos.registry;

/// Why a closed compartment has to be reached before its keeper can be asked.
public enum GlassCategory {
    /// Somebody's life or health depends on it today.
    LIFE_OR_HEALTH,
    /// Somebody has to be protected from another person or authority.
    PROTECTION,
    /// A deadline of a court or an authority passes first.
    DEADLINE,
    /// No keeper can be reached.
    NO_KEEPER
}
