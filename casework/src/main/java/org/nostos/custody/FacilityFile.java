package org.nostos.custody;

import java.util.List;
import org.nostos.lists.AcceptedRecord;
import org.nostos.registry.Person;

/// A facility on a day: a page of those held in it, and when it changed hands.
///
/// @param people how many are held in it, on all pages
public record FacilityFile(
        Facility facility,
        FacilityLine line,
        List<Held> held,
        int people,
        List<Facilities.HandedOver> handedOver) {

    /// Somebody who is held there: the person who leads, with one of their records.
    public record Held(Person person, AcceptedRecord record, CustodyTrack track) {}

    public FacilityFile {
        held = List.copyOf(held);
        handedOver = List.copyOf(handedOver);
    }
}
