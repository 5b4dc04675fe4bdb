package org.nostos.custody;

import java.util.List;
import org.nostos.lists.AcceptedRecord;
import org.nostos.registry.Person;

/// A facility on a day: who is held in it, and when it changed hands.
public record FacilityFile(
        Facility facility,
        FacilityLine line,
        List<Held> held,
        List<Facilities.HandedOver> handedOver) {

    /// Somebody who is held there: the person who leads, with one of their records.
    public record Held(Person person, AcceptedRecord record, CustodyTrack track) {}

    public FacilityFile {
        held = List.copyOf(held);
        handedOver = List.copyOf(handedOver);
    }
}
