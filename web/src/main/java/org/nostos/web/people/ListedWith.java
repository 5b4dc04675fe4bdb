package org.nostos.web.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.KeptCell;
import org.nostos.registry.Family;

/// What stands beside a person on the lists that name them: who is of the same household there, and
/// what the lists say under headings that no use was found for.
public record ListedWith(List<Together> households, List<Beside> kept) {

    /// A household of a list: the person in it, and everybody else.
    public record Together(
            Family family, List<Family.Somebody> here, List<Family.Somebody> others) {}

    /// The kept cells of one record.
    public record Beside(AcceptedRecord by, List<KeptCell> cells) {}

    static ListedWith of(
            List<AcceptedRecord> records, List<Family> families, Map<UUID, List<KeptCell>> kept) {
        List<UUID> ids = records.stream().map(AcceptedRecord::id).toList();
        List<Together> together =
                families.stream()
                        .map(family -> new Together(family, family.within(ids), family.beside(ids)))
                        .toList();
        List<Beside> beside = new ArrayList<>();
        for (AcceptedRecord record : records) {
            List<KeptCell> cells = kept.getOrDefault(record.id(), List.of());
            if (!cells.isEmpty()) {
                beside.add(new Beside(record, cells));
            }
        }
        return new ListedWith(together, beside);
    }
}
