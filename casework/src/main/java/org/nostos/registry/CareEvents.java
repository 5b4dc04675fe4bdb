package org.nostos.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What happened to the care of persons, as far as the caller may see. Every method needs a running
/// transaction.
public interface CareEvents {

    /// The events of these persons, by when they were recorded.
    List<CareEvent> ofPersons(Collection<UUID> persons);

    /// The events of these persons for whoever takes a person apart: that there is one, when and by whom;
    /// what stands apart without its kind.
    List<ActDone> acts(Collection<UUID> persons);

    /// That something was done for somebody's care.
    ///
    /// @param kind the end of its message's key
    record ActDone(UUID id, UUID person, String kind, String by, Instant at) {}

    /// Adds the event as part of the act, by the caller. Of its stamp the id, the person and the day
    /// count.
    void add(CareEvent event, UUID act);

    /// Somebody who may come of age.
    ///
    /// @param bornLast the last day on which they can have been born
    /// @param plain whether nothing but one record says anything of their age or their life
    /// @param tied whether anything may be said of their kin; false where it was not asked
    record Coming(Person person, LocalDate bornLast, boolean plain, boolean tied) {}

    /// Persons who may come of age in these days, as their records say or an assessment does.
    ///
    /// @param ties whether it is asked if anything is said of their kin
    List<Coming> comingOfAge(LocalDate from, LocalDate until, boolean ties);

    /// Persons of whom it was said that they are without their parents; without those who are plainly of
    /// age on this day, and those for whom a guardian plainly acts, with nothing taken back.
    List<UUID> saidAlone(LocalDate on);
}
