package org.nostos.registry;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What happened to ties between people, as far as the caller may see. Every method needs a running
/// transaction.
public interface KinEvents {

    /// Waits until no other act on this person's case is under way.
    void turn(UUID person);

    /// The events of every tie with one of these persons at either end, by when they were recorded.
    List<KinEvent> ofPersons(Collection<UUID> persons);

    /// Adds the event as part of the act, by the caller. Of its stamp the id and the day count.
    void add(KinEvent event, UUID act);
}
