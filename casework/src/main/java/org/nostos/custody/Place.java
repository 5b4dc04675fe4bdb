package org.nostos.custody;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a person is: a facility of the house, or a place known by name alone. Who holds them there
/// is another matter.
///
/// @param section of the facility, empty if it is not known
public record Place(@Nullable UUID facility, String name, String section) {

    public boolean isIn(UUID other) {
        return other.equals(facility);
    }
}
