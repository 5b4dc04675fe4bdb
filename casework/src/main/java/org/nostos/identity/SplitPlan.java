package org.nostos.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.Person;

/// A split as far as it is thought through: the records with their groups, every act with where it
/// would go, and all that stands in the way.
///
/// @param groups the group of each record, counted from 1; records without one are missing
public record SplitPlan(
        PersonFile file, Map<UUID, Integer> groups, List<Line> lines, List<Obstacle> obstacles) {

    public SplitPlan {
        groups = Map.copyOf(groups);
        lines = List.copyOf(lines);
        obstacles = List.copyOf(obstacles);
    }

    /// Where an act goes.
    public enum Goes {
        TO_GROUP,
        TO_EVERY,
        /// It ties two groups and is taken back; undoing the split gives it again.
        TAKEN_BACK,
        /// Somebody has to say.
        UNDECIDED
    }

    /// One act and where it goes. `place` is its group where it goes to one.
    ///
    /// @param chosen whether somebody said so; else it follows its record
    public record Line(ActOnPerson act, Goes goes, int place, boolean chosen) {

        /// The act among all acts.
        public String key() {
            return act.room() + "." + act.id();
        }

        /// Whether there is something to say.
        public boolean isOpen() {
            return act.belongs() != ActOnPerson.Belongs.WITH_RECORD;
        }

        /// Whether it can belong to every group.
        public boolean canBeOfEvery() {
            return act.belongs() == ActOnPerson.Belongs.TO_ANY;
        }
    }

    /// The numbers of the groups in use.
    public List<Integer> places() {
        return groups.values().stream().distinct().sorted().toList();
    }

    /// The numbers of the groups that can be chosen: as many as there are records.
    public List<Integer> choices() {
        return IntStream.rangeClosed(1, file.records().size()).boxed().toList();
    }

    /// The group of this record, or null.
    public @Nullable Integer placeOf(UUID record) {
        return groups.get(record);
    }

    /// Who leads the group: of its persons the one who came first.
    public @Nullable Person leads(int place) {
        return file.persons().stream()
                .filter(person -> Integer.valueOf(place).equals(groups.get(person.record())))
                .findFirst()
                .orElse(null);
    }
}
