package org.nostos.linkage;

import java.util.List;
import java.util.Map;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.internal.Resident;

/// Records held in memory and found by name, in any script, within milliseconds.
///
/// Any number of threads may search while others add. A hit is an id and no more: who searched may
/// not be allowed to see the record.
public final class ResidentIndex {
    private final Resident resident = new Resident();

    /// What is searched for.
    ///
    /// @param name in any script, in any order of words
    /// @param born as a table takes it (`yyyy`, `yyyy-mm`, `yyyy-mm-dd`, `first/last`), or empty
    /// @param top how many hits at most
    public record Query(String name, String born, int top) {
        public Query {
            if (top < 1) {
                throw new IllegalArgumentException("at least one hit is asked for: " + top);
            }
        }

        public static Query of(String name, int top) {
            return new Query(name, "", top);
        }
    }

    /// A record found, with the probability that it is the person searched for, if that person is in
    /// the index at all.
    public record Hit(String id, double probability) {}

    public static ResidentIndex empty() {
        return new ResidentIndex();
    }

    public static ResidentIndex of(RecordTable table) {
        ResidentIndex index = new ResidentIndex();
        index.resident.addAll(table);
        return index;
    }

    /// Adds a record, or replaces the one with this id.
    public void add(String id, Map<FieldRole, List<String>> values) {
        resident.add(id, values);
    }

    /// Takes a record out, if it is there.
    public void remove(String id) {
        resident.remove(id);
    }

    public int size() {
        return resident.size();
    }

    /// The records most like the query, the most probable first.
    public List<Hit> search(Query query) {
        return resident.search(query);
    }
}
