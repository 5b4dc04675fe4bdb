package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.identity.PersonFile;
import org.nostos.identity.SplitPlan;
import org.nostos.identity.SplitPlan.Goes;
import org.nostos.identity.SplitPlan.Line;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActOnPerson.Belongs;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.springframework.stereotype.Component;

/// Thinks a split through: asks every room what hangs on the person, and lists what is undecided.
@Component
public class SplitPlans {

    private final List<ActsOnPerson> rooms;

    SplitPlans(List<ActsOnPerson> rooms) {
        this.rooms = List.copyOf(rooms);
    }

    /// @param chosen the group for acts by their keys; 0 is every group
    public SplitPlan plan(PersonFile file, Map<UUID, Integer> groups, Map<String, Integer> chosen) {
        Map<UUID, Integer> known = new HashMap<>(groups);
        known.keySet().retainAll(file.records().stream().map(r -> r.id()).toList());
        List<Line> lines =
                rooms.stream()
                        .flatMap(room -> room.of(file.persons()).stream())
                        .map(act -> line(act, file.leader(), known, chosen))
                        .toList();
        return new SplitPlan(file, known, lines, obstacles(file, known, lines));
    }

    private static Line line(
            ActOnPerson act,
            Person leader,
            Map<UUID, Integer> groups,
            Map<String, Integer> chosen) {
        Integer own = home(act, leader, groups);
        if (act.belongs() == Belongs.WITH_RECORD) {
            Integer other = act.otherRecord() == null ? null : groups.get(act.otherRecord());
            boolean loose = own != null && other != null && !own.equals(other);
            return placed(act, loose ? null : own, loose ? Goes.TAKEN_BACK : Goes.UNDECIDED, false);
        }
        Integer said = chosen.get(act.room() + "." + act.id());
        boolean every = act.belongs() == Belongs.TO_ANY;
        if (said != null && (groups.containsValue(said) || (said == 0 && every))) {
            return placed(act, said == 0 ? null : said, Goes.TO_EVERY, true);
        }
        return placed(act, own, every ? Goes.TO_EVERY : Goes.UNDECIDED, false);
    }

    private static Line placed(
            ActOnPerson act, @Nullable Integer place, Goes otherwise, boolean chosen) {
        return place == null
                ? new Line(act, otherwise, 0, chosen)
                : new Line(act, Goes.TO_GROUP, place, chosen);
    }

    /// Where the act's source is: its record's group, or that of the person it was made on, unless
    /// they stood for all.
    private static @Nullable Integer home(
            ActOnPerson act, Person leader, Map<UUID, Integer> groups) {
        if (act.record() != null && groups.containsKey(act.record())) {
            return groups.get(act.record());
        }
        return act.madeOn().id().equals(leader.id()) ? null : groups.get(act.madeOn().record());
    }

    private static List<Obstacle> obstacles(
            PersonFile file, Map<UUID, Integer> groups, List<Line> lines) {
        List<Obstacle> found = new ArrayList<>();
        if (file.persons().size() < 2) {
            return List.of(Obstacle.of("obstacle.identity.split-not-joined"));
        }
        for (Person person : file.persons()) {
            if (!groups.containsKey(person.record())) {
                found.add(Obstacle.of("obstacle.identity.split-record-open", person.number()));
            }
        }
        if (found.isEmpty() && groups.values().stream().distinct().count() < 2) {
            found.add(Obstacle.of("obstacle.identity.split-one-group"));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).goes() == Goes.UNDECIDED && lines.get(i).isOpen()) {
                found.add(Obstacle.of("obstacle.identity.split-act-open", String.valueOf(i + 1)));
            }
        }
        return found;
    }
}
