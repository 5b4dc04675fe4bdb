package org.nostos.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;

/// One person taken apart into two or more: which record goes into which group, to which group each
/// act belongs, and what became of it.
///
/// @param leader the number by which the joined person went when this was drafted
/// @param members every record of the joined person with its group, counted from 1
public record Split(
        UUID id,
        UUID leaderId,
        String leader,
        UUID account,
        String by,
        Role role,
        String reason,
        Instant at,
        List<Member> members,
        List<Placement> placements,
        List<Step> steps) {

    public Split {
        members = List.copyOf(members);
        placements = List.copyOf(placements);
        steps = List.copyOf(steps);
    }

    /// Where a split stands.
    public enum State {
        /// Waits for a second person.
        DRAFTED,
        WITHDRAWN,
        CARRIED_OUT,
        /// Carried out, and somebody asks for it to be undone.
        UNDO_ASKED,
        UNDONE
    }

    /// A record, its person, and its group.
    public record Member(UUID record, UUID person, String number, int place) {}

    /// To which group an act belongs; 0 is every group. `person` leads the group.
    public record Placement(String room, UUID what, int place, @Nullable UUID person) {

        /// The act among all acts.
        public String key() {
            return room + "." + what;
        }
    }

    /// Something done with the split after it was drafted.
    public record Step(Kind kind, UUID account, String by, Role role, String reason, Instant at) {

        /// What can be done with it.
        public enum Kind {
            WITHDRAWN,
            CARRIED_OUT,
            UNDO_ASKED,
            UNDO_WITHDRAWN,
            UNDONE
        }
    }

    public State state() {
        if (steps.isEmpty()) {
            return State.DRAFTED;
        }
        return switch (steps.getLast().kind()) {
            case WITHDRAWN -> State.WITHDRAWN;
            case CARRIED_OUT, UNDO_WITHDRAWN -> State.CARRIED_OUT;
            case UNDO_ASKED -> State.UNDO_ASKED;
            case UNDONE -> State.UNDONE;
        };
    }

    /// The latest step of this kind.
    public Optional<Step> step(Step.Kind kind) {
        return steps.reversed().stream().filter(step -> step.kind() == kind).findFirst();
    }

    /// How many groups there are.
    public int places() {
        return members.stream().mapToInt(Member::place).max().orElse(0);
    }

    /// The group of the record, or 0.
    public int placeOf(UUID record) {
        return members.stream()
                .filter(member -> member.record().equals(record))
                .mapToInt(Member::place)
                .findFirst()
                .orElse(0);
    }
}
