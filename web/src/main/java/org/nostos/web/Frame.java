package org.nostos.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;

/// What stands around a page: who reads, for whom, which rooms they have, where the journal is.
public record Frame(
        String reader,
        String party,
        Role role,
        List<Group> groups,
        List<Band> bands,
        @Nullable JournalMark journal,
        Instant printed,
        boolean invented) {

    /// A heading of the side list with its rooms.
    public record Group(Room.Group heading, List<Door> doors) {}

    /// A line of the side list: a room, and how much waits in it, where that is counted.
    public record Door(Room room, @Nullable Long count) {}

    static List<Group> groups(List<Room> rooms, Map<Room, Long> counts) {
        return Arrays.stream(Room.Group.values())
                .map(heading -> new Group(heading, doors(heading, rooms, counts)))
                .filter(group -> !group.doors().isEmpty())
                .toList();
    }

    private static List<Door> doors(Room.Group heading, List<Room> rooms, Map<Room, Long> counts) {
        return rooms.stream()
                .filter(room -> room.group() == heading)
                .map(room -> new Door(room, counts.get(room)))
                .toList();
    }

    /// Whether the reader has the room with this constant's name.
    public boolean has(String room) {
        return Room.of(role).contains(Room.valueOf(room));
    }

    /// Whether the one search box stands in the masthead.
    public boolean searches() {
        return has(Room.PEOPLE.name());
    }
}
