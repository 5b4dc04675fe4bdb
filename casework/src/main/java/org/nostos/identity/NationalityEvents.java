package org.nostos.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What happened to the nationalities of persons, as far as the caller may see. Every method needs a
/// running transaction.
public interface NationalityEvents {

    /// Waits until no other act on this person's case is under way.
    void turn(UUID person);

    /// The events of these persons, as placed by splits in force, by when they were recorded.
    List<NationalityEvent> ofPersons(Collection<UUID> persons);

    /// Adds the event as part of the act, by the caller. Of its stamp the id, the person and the day
    /// count; the database knows the rest.
    void add(NationalityEvent event, UUID act);

    /// Somebody at risk of statelessness, since when, their place in the registry, and the codes of the
    /// states of which something is known.
    record AtRisk(UUID leader, LocalDate since, long ordinal, String states) {}

    /// Those who are, as worked out, leaving out whose case changed since.
    List<AtRisk> atRisk();

    /// Whose case changed since, and whom a state has said that it does not hold to be its nationals.
    List<UUID> changedWithALoss();
}
