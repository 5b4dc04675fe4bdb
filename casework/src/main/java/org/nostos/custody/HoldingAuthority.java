package org.nostos.custody;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who holds a person: a party of the house, or somebody known by name alone.
public record HoldingAuthority(@Nullable UUID party, String name) {

    /// An authority that is no party of the house.
    public static HoldingAuthority named(String name) {
        return new HoldingAuthority(null, name);
    }

    /// Whether both are one authority: the same party, or the same name where neither is one.
    public boolean isSame(HoldingAuthority other) {
        return party == null || other.party == null
                ? party == other.party && name.equalsIgnoreCase(other.name)
                : party.equals(other.party);
    }
}
