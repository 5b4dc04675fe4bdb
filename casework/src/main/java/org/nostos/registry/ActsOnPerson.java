package org.nostos.registry;

import java.util.Collection;
import java.util.List;

/// What hangs on persons in one room: acts that must be put back where they belong when a person who
/// was joined wrongly is taken apart.
///
/// Each room that keeps acts on persons has one of these, and is asked for all it has. Every method
/// needs a running transaction.
public interface ActsOnPerson {

    /// The room's name, in small letters: with the id of an act's fact it names the act for good.
    String room();

    /// Every act that was done on one of these persons, as far as the caller may see it.
    ///
    /// @param joined the persons who are one as judged, the one who leads first
    List<ActOnPerson> of(Collection<Person> joined);
}
