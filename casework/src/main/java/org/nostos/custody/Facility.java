package org.nostos.custody;

import java.util.List;
import java.util.UUID;

/// A place where people are held. It says nothing of who holds them.
public record Facility(UUID id, String name, String place, List<String> sections) {

    public Facility {
        sections = List.copyOf(sections);
    }
}
