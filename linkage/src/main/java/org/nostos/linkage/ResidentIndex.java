package org.nostos.linkage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
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
    /// @param unfinished whether the last word may go on: it is found by how it begins as well
    public record Query(String name, String born, int top, boolean unfinished) {
        public Query {
            if (top < 1) {
                throw new IllegalArgumentException("at least one hit is asked for: " + top);
            }
        }

        public Query(String name, String born, int top) {
            this(name, born, top, false);
        }

        public static Query of(String name, int top) {
            return new Query(name, "", top, false);
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
        resident.add(id, values, List.of());
    }

    /// Adds a record, or replaces the one with this id, with the numbers that its list gives it beside
    /// those of its documents.
    public void add(String id, Map<FieldRole, List<String>> values, List<String> numbers) {
        resident.add(id, values, numbers);
    }

    /// Adds the records of another index, none of which is here.
    public void addAll(ResidentIndex other) {
        resident.absorb(other.resident);
    }

    /// Takes a record out, if it is there.
    public void remove(String id) {
        resident.remove(List.of(id));
    }

    /// Takes these records out, those that are there.
    public void removeAll(Collection<String> ids) {
        resident.remove(ids);
    }

    public int size() {
        return resident.size();
    }

    /// The records most like the query, the most probable first.
    public List<Hit> search(Query query) {
        return resident.search(query);
    }

    /// The records with a number that begins so, signs and digits' scripts aside. Numbers are filed by
    /// their first twelve letters: read the record before it is shown.
    public List<String> numbered(String start, int most) {
        return resident.numbered(start, most);
    }

    /// Writes the whole index, names and all: what it is written to needs the care that the records need.
    public void write(DataOutput to) throws IOException {
        resident.write(to);
    }

    /// Reads an index that was written.
    ///
    /// @throws IOException also when it is no index
    public static ResidentIndex read(DataInput from) throws IOException {
        ResidentIndex index = new ResidentIndex();
        index.resident.read(from);
        return index;
    }
}
