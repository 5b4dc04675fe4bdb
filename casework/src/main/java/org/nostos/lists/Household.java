package org.nostos.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// People who stand on a list as one household, as that list states it.
///
/// It is there for care and unity, for tracing and for children. It is never a ground for anything
/// against anybody, and it decides nothing: not who is who, and not who goes where.
///
/// `label` is the family's number, or the line of the row that names the household. `statedSize` is how
/// many people the list says there are, or 0 where it does not say.
public record Household(
        UUID id,
        UUID version,
        UUID party,
        String partyName,
        String listTitle,
        LocalDate asOf,
        TiedBy tiedBy,
        String label,
        int statedSize,
        List<Member> members) {

    /// What ties the people of a household on a list.
    public enum TiedBy {
        /// The same family's number.
        NUMBER,
        /// The same row, or rows set in under one.
        ROW
    }

    /// Somebody of a household. `stated` is the word or the heading by which the list says it, or empty.
    public record Member(UUID record, long line, Relation relation, String stated) {}

    public Household {
        members = List.copyOf(members);
    }

    /// How many the list says there are and does not name.
    public int unnamed() {
        return Math.max(0, statedSize - members.size());
    }

    public Optional<Member> member(UUID record) {
        return members.stream().filter(member -> member.record().equals(record)).findFirst();
    }
}
