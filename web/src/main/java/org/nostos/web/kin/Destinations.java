package org.nostos.web.kin;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.identity.NationalityFile;
import org.nostos.identity.NationalityStanding;
import org.nostos.identity.NationalityStatus;
import org.nostos.identity.NationalityTrack;

/// Where a family could go whole, by whose nationals they are: each state of which anybody in it is
/// said to be a national, and who of them lacks what. Nothing is chosen.
public record Destinations(List<Destination> states) {

    /// Somebody of the family with what is known of their nationalities.
    public record One(UUID leader, String name, NationalityFile nationality) {}

    /// A state, and those of the family whom it has not said to be its nationals.
    public record Destination(StateCode state, List<Lack> lacks) {
        public boolean keepsTogether() {
            return lacks.isEmpty();
        }
    }

    /// Somebody whom the state has not said to be its national, and how that stands; null: nobody
    /// spoke of it.
    public record Lack(UUID leader, String name, @Nullable NationalityStatus status) {}

    /// Those first that lack least.
    static Destinations of(List<One> family) {
        TreeSet<StateCode> states = new TreeSet<>();
        family.forEach(one ->
                one.nationality().standings().stream()
                        .map(NationalityStanding::state)
                        .filter(NationalityTrack::isState)
                        .forEach(states::add));
        List<Destination> found = new ArrayList<>();
        states.forEach(state -> found.add(destination(state, family)));
        found.sort((a, b) -> Integer.compare(a.lacks().size(), b.lacks().size()));
        return new Destinations(List.copyOf(found));
    }

    private static Destination destination(StateCode state, List<One> family) {
        List<Lack> lacks = new ArrayList<>();
        for (One one : family) {
            NationalityStatus status =
                    one.nationality().with(state).map(NationalityStanding::status).orElse(null);
            if (status != NationalityStatus.VERIFIED) {
                lacks.add(new Lack(one.leader(), one.name(), status));
            }
        }
        return new Destination(state, List.copyOf(lacks));
    }
}
