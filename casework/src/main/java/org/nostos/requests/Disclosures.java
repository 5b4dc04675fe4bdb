package org.nostos.requests;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.StateCode;

/// The disclosures that the caller may know of. Every method needs a running transaction.
public interface Disclosures {

    /// Of somebody known under these persons, the latest first.
    List<Disclosure> ofPersons(Collection<UUID> persons);

    /// Those with which this state can be asked this today, the latest first: cleared and let go by the
    /// compartment, about none of these persons, and nobody about whom the state owes an answer.
    List<Disclosure> askable(
            StateCode state, AskedFor asked, Collection<UUID> without, LocalDate on, int most);

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
