package org.nostos.identity;

import java.util.List;
import org.nostos.lists.AcceptedRecord;
import org.nostos.registry.Person;

/// A row of two lists set against each other, with what both say of the persons in it.
public record SideLine(SideBySide.Row row, List<Entry> left, List<Entry> right) {

    /// A record with its person.
    public record Entry(AcceptedRecord record, Person person) {}

    public SideLine {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }
}
