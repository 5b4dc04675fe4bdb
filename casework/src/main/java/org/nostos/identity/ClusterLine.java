package org.nostos.identity;

import java.util.List;
import java.util.UUID;
import org.nostos.lists.AcceptedRecord;

/// A proposed group as a line of its list.
///
/// @param least the least probability of the proposals that tie it together
/// @param mine whether the caller gave a hand on it
public record ClusterLine(
        UUID anchor, List<AcceptedRecord> records, int ties, double least, boolean mine) {
    public ClusterLine {
        records = List.copyOf(records);
    }
}
