package org.nostos.lists;

import java.util.UUID;

/// Two versions that are compared: what stands in the older, and what in the newer.
public record VersionPair(UUID older, UUID newer) {

    public VersionPair {
        if (older.equals(newer)) {
            throw new IllegalArgumentException("a version is not compared with itself: " + older);
        }
    }
}
