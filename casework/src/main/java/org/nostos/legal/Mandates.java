package org.nostos.legal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Who represents whom, as far as the caller may see it. Every method needs a running transaction.
public interface Mandates {

    /// Everything about the counsel of somebody who is known under these persons, in the order recorded.
    List<Mandate.Event> of(Collection<UUID> persons);

    void add(Mandate.Event event, UUID act);

    /// Everybody who can be appointed, by name.
    List<Mandate.Counsel> counsels();

    /// Whom the caller represents, by number.
    List<Mandate.Client> clients();
}
