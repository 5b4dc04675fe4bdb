package org.nostos.transfers;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What people travel on, and whether they are fit to. Every method needs a running transaction.
public interface TravelPapers {

    /// The steps of the documents of somebody who is known under these persons, in the order recorded.
    List<TravelDocument.Event> documents(Collection<UUID> persons);

    void add(TravelDocument.Event event, UUID act);

    /// What physicians concluded about them, in the order recorded.
    List<Fitness> fitness(Collection<UUID> persons);

    void add(Fitness fitness, UUID act);
}
