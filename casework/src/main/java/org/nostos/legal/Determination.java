package org.nostos.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;

/// What is best for one child: what was gathered, what the child said, who sat, what they decided and who
/// of them did not agree. Without it a child does not leave, and a family is not split.
///
/// @param decision the proposal that was confirmed, or that waits to be
public record Determination(UUID id, State state, @Nullable Event decision, List<Event> events) {

    /// A step of the determination.
    ///
    /// @param dissent who of the panel did not agree, and why
    /// @param due when the decision is looked at again
    public record Event(
            Stamp stamp,
            UUID determination,
            Kind kind,
            @Nullable Option option,
            @Nullable StateCode destination,
            @Nullable String panel,
            @Nullable String dissent,
            @Nullable LocalDate due,
            String reason,
            @Nullable String source) {}

    /// The steps of a determination.
    public enum Kind {
        OPENED,
        /// What is known of the child was gathered.
        INFORMATION,
        /// The child was heard.
        VIEWS,
        /// A panel of several professions sat.
        PANEL,
        DECISION_PROPOSED,
        DECIDED,
        RETURNED,
        REOPENED
    }

    /// What can be best.
    public enum Option {
        GOES_WITH_FAMILY,
        GOES_WITHOUT_FAMILY,
        STAYS_WITH_FAMILY,
        STAYS_WITHOUT_FAMILY;

        /// Whether the child goes.
        public boolean goes() {
            return this == GOES_WITH_FAMILY || this == GOES_WITHOUT_FAMILY;
        }

        /// Whether the child is separated from its family.
        public boolean splits() {
            return this == GOES_WITHOUT_FAMILY || this == STAYS_WITHOUT_FAMILY;
        }
    }

    /// Where a determination stands.
    public enum State {
        OPEN,
        PROPOSED,
        DECIDED
    }

    public Determination {
        events = List.copyOf(events);
    }

    /// Whether it was decided, and its day to be looked at again has not passed.
    public boolean holds(LocalDate on) {
        return state == State.DECIDED
                && decision != null
                && decision.due() != null
                && !decision.due().isBefore(on);
    }

    /// Whether it is best for the child to go there.
    public boolean sends(StateCode destination, LocalDate on) {
        return holds(on) && decision != null && destination.equals(decision.destination());
    }

    /// Whether it was decided that the child is separated from its family.
    public boolean splits(LocalDate on) {
        return holds(on)
                && decision != null
                && decision.option() != null
                && decision.option().splits();
    }

    /// Whether it allows this step to this account. The database keeps the same rule.
    public boolean allows(Kind kind, UUID account) {
        Event last = events.getLast();
        return switch (kind) {
            case OPENED -> false;
            case INFORMATION, VIEWS, PANEL -> state == State.OPEN;
            case DECISION_PROPOSED -> state == State.OPEN && has(Kind.PANEL) && has(Kind.VIEWS);
            case DECIDED, RETURNED ->
                    state == State.PROPOSED && !last.stamp().account().equals(account);
            case REOPENED -> state == State.DECIDED;
        };
    }

    public boolean has(Kind kind) {
        return events.stream().anyMatch(event -> event.kind() == kind);
    }

    /// The determinations that these events come to, the latest first.
    public static List<Determination> of(List<Event> events, AsOf asOf) {
        Map<UUID, List<Event>> threads = new LinkedHashMap<>();
        for (Event event : events) {
            if (asOf.counts(event.stamp().on(), event.stamp().recordedAt())) {
                threads.computeIfAbsent(event.determination(), _ -> new ArrayList<>()).add(event);
            }
        }
        List<Determination> all = new ArrayList<>();
        threads.forEach((id, thread) -> all.addFirst(one(id, thread)));
        return all;
    }

    private static Determination one(UUID id, List<Event> thread) {
        Event proposal =
                thread.stream()
                        .filter(event -> event.kind() == Kind.DECISION_PROPOSED)
                        .reduce((_, later) -> later)
                        .orElse(null);
        State state =
                switch (thread.getLast().kind()) {
                    case DECISION_PROPOSED -> State.PROPOSED;
                    case DECIDED -> State.DECIDED;
                    case OPENED, INFORMATION, VIEWS, PANEL, RETURNED, REOPENED -> State.OPEN;
                };
        return new Determination(id, state, state == State.OPEN ? null : proposal, thread);
    }
}
