package org.nostos.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;
import org.nostos.registry.ActOnPerson.Belongs;

/// Gathers a room's stamped facts as acts that belong to one of the persons who were joined: those made
/// on another person are passed over. For one thread.
public final class StampedActs {

    private final String room;
    private final Map<UUID, Person> joined;
    private final List<ActOnPerson> acts = new ArrayList<>();

    public StampedActs(String room, Collection<Person> joined) {
        this.room = room;
        this.joined = joined.stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /// Whose acts are gathered.
    public Set<UUID> persons() {
        return joined.keySet();
    }

    /// Adds one fact.
    ///
    /// @param what the end of the message that names the act
    /// @param subject the key of the message that says what about, if there is one
    public void add(Stamp stamp, String what, @Nullable String subject, String text) {
        Person madeOn = joined.get(stamp.person());
        if (madeOn != null) {
            acts.add(
                    new ActOnPerson(
                            room,
                            stamp.id(),
                            what,
                            subject,
                            text,
                            stamp.by(),
                            stamp.recordedAt(),
                            madeOn,
                            null,
                            null,
                            Belongs.TO_ONE));
        }
    }

    public List<ActOnPerson> all() {
        return List.copyOf(acts);
    }
}
