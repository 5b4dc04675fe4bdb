package org.nostos.requests;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.StateCode;

/// The disclosures that the caller may know of. Every method needs a running transaction.
public interface Disclosures {

    /// Of somebody known under these persons, the latest first.
    List<Disclosure> ofPersons(Collection<UUID> persons);

    /// To this state for this request, the latest first.
    List<Disclosure> to(StateCode state, AskedFor asked);

    Optional<Disclosure> byId(UUID id);

    /// What was decided about them, in order.
    List<DisclosureEvent> events(Collection<UUID> disclosures);

    void draft(Disclosure disclosure, UUID act);

    void add(DisclosureEvent event, UUID act);

    /// Whether those who keep the asylum compartment have let this state be told of the person.
    boolean wordStands(UUID person, StateCode state);

    /// The disclosures that wait for the caller's word, the oldest first.
    List<Disclosure> waitingForWord(int most);

    /// Whether the caller keeps the asylum compartment.
    boolean keepsAsylum();

    void say(UUID person, StateCode state, boolean may, UUID act);
}
