package org.nostos.registry;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Household;

/// A household as a list states it, with the people of its records.
public record Family(Household household, List<Somebody> members) {

    /// Somebody of the household: what the list says, their record, and their number, if they have one.
    public record Somebody(
            Household.Member member, AcceptedRecord record, @Nullable Person person) {}

    public Family {
        members = List.copyOf(members);
    }

    /// The members whose record this is, or is one of these.
    public List<Somebody> within(List<UUID> records) {
        return members.stream().filter(one -> records.contains(one.record().id())).toList();
    }

    /// The members whose record is none of these.
    public List<Somebody> beside(List<UUID> records) {
        return members.stream().filter(one -> !records.contains(one.record().id())).toList();
    }
}
