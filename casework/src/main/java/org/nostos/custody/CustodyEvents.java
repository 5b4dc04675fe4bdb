package org.nostos.custody;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What happened in the custody of the persons whom the caller may see. Every method needs a running
/// transaction.
public interface CustodyEvents {

    /// The events of one person who is known under these ids, in the order in which they were recorded.
    List<CustodyEvent> of(Collection<UUID> persons);

    /// The events of everybody who was ever said to be in this facility, by the person who leads.
    Map<UUID, List<CustodyEvent>> ofFacility(UUID facility);

    /// The events of these persons, who lead, by the person.
    Map<UUID, List<CustodyEvent>> ofLeaders(Collection<UUID> leaders);

    /// The events of everybody, by the person who leads.
    Map<UUID, List<CustodyEvent>> ofAll();

    /// Adds the events as part of the act. The moment and the account are the database's to say.
    void add(List<CustodyEvent> events, UUID act);

    /// Waits until nobody else acts on this person.
    void turn(UUID person);

    /// Waits until nobody acts on anybody's custody.
    void turnOfAll();
}
