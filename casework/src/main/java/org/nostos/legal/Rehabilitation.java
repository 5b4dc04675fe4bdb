package org.nostos.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;

/// The rehabilitation of one person to which a review sent them: their needs and how they get on, in
/// words, and where they go from there. It is no ground to hold anybody, and says nothing of danger.
///
/// @param due when they are assessed next
/// @param waiting the way on that one reviewer proposed, for another to decide
/// @param onward where they went from it, once that was decided
public record Rehabilitation(
        UUID id,
        State state,
        @Nullable LocalDate due,
        @Nullable Event waiting,
        @Nullable Onward onward,
        List<Event> events) {

    /// The longest time between two assessments, in days: a rule of the house.
    public static final int DAYS = 90;

    /// Within how many days somebody is admitted: a rule of the house.
    public static final int DAYS_TO_ADMIT = 14;

    /// Something that happened in it.
    ///
    /// @param review the review that sent them there, on the referral alone
    /// @param place where, on the admission
    /// @param needs what the person needs and how they get on
    /// @param due when they are assessed next
    public record Event(
            Stamp stamp,
            UUID stay,
            Kind kind,
            @Nullable UUID review,
            @Nullable String place,
            @Nullable String needs,
            @Nullable LocalDate due,
            @Nullable Onward onward,
            String reason,
            @Nullable String source) {}

    /// The steps of a rehabilitation.
    public enum Kind {
        REFERRED,
        ADMITTED,
        /// What is done with them and why, agreed with them where they will.
        PLANNED,
        ASSESSED,
        EXTENDED,
        COMPLETED,
        /// They left before it was completed.
        LEFT,
        ONWARD_PROPOSED,
        /// Another reviewer decides as proposed.
        ONWARD_DECIDED,
        /// Another reviewer sends the proposal back.
        ONWARD_RETURNED;

        /// Whether it says what the person needs.
        public boolean saysNeeds() {
            return this == PLANNED || this == ASSESSED;
        }

        /// Whether it sets the day of the next assessment.
        public boolean setsDay() {
            return saysNeeds() || this == EXTENDED;
        }
    }

    /// Where somebody goes from it.
    public enum Onward {
        RELEASE,
        /// Before a court, if a review decided so.
        JUDICIARY,
        /// Home, on the road of a transfer.
        RETURN
    }

    /// Where it stands.
    public enum State {
        REFERRED,
        ADMITTED,
        PLANNED,
        ASSESSED,
        EXTENDED,
        COMPLETED,
        LEFT,
        ENDED
    }

    private static final Set<State> INSIDE =
            EnumSet.of(State.ADMITTED, State.PLANNED, State.ASSESSED, State.EXTENDED);

    public Rehabilitation {
        events = List.copyOf(events);
    }

    /// Whether it was not decided where they go from it.
    public boolean open() {
        return state != State.ENDED;
    }

    /// Whether they are there.
    public boolean inside() {
        return INSIDE.contains(state);
    }

    /// The review that sent them there.
    public @Nullable UUID review() {
        return events.getFirst().review();
    }

    public LocalDate since() {
        return events.getLast().stamp().on();
    }

    /// What was last said of their needs.
    public Optional<Event> needs() {
        return events.stream()
                .filter(event -> event.kind().saysNeeds())
                .reduce((_, later) -> later);
    }

    /// Whether it allows this step to this account. The database keeps the same table.
    public boolean allows(Kind kind, UUID account) {
        return switch (kind) {
            case REFERRED -> false;
            case ADMITTED -> state == State.REFERRED;
            case PLANNED -> inside();
            case ASSESSED ->
                    state == State.PLANNED || state == State.ASSESSED || state == State.EXTENDED;
            case EXTENDED -> state == State.ASSESSED;
            case COMPLETED -> state == State.ASSESSED || state == State.EXTENDED;
            case LEFT -> inside() || state == State.REFERRED;
            case ONWARD_PROPOSED -> open() && waiting == null;
            case ONWARD_DECIDED, ONWARD_RETURNED ->
                    waiting != null && !waiting.stamp().account().equals(account);
        };
    }

    /// The rehabilitations that these events come to, the latest first.
    public static List<Rehabilitation> of(List<Event> events, AsOf asOf) {
        Map<UUID, List<Event>> threads = new LinkedHashMap<>();
        for (Event event : events) {
            if (asOf.counts(event.stamp().on(), event.stamp().recordedAt())) {
                threads.computeIfAbsent(event.stay(), _ -> new ArrayList<>()).add(event);
            }
        }
        List<Rehabilitation> all = new ArrayList<>();
        threads.values().stream()
                .filter(thread -> thread.getFirst().kind() == Kind.REFERRED)
                .forEach(thread -> all.addFirst(one(thread)));
        return all;
    }

    private static Rehabilitation one(List<Event> thread) {
        Event referred = thread.getFirst();
        Rehabilitation now =
                new Rehabilitation(
                        referred.stay(), State.REFERRED, null, null, null, List.of(referred));
        for (Event event : thread.subList(1, thread.size())) {
            if (now.allows(event.kind(), event.stamp().account())) {
                now = now.after(event);
            }
        }
        return now;
    }

    private Rehabilitation after(Event event) {
        List<Event> all = new ArrayList<>(events);
        all.add(event);
        return switch (event.kind()) {
            case ONWARD_PROPOSED -> new Rehabilitation(id, state, due, event, null, all);
            case ONWARD_RETURNED -> new Rehabilitation(id, state, due, null, null, all);
            case ONWARD_DECIDED ->
                    new Rehabilitation(
                            id,
                            State.ENDED,
                            null,
                            null,
                            waiting == null ? null : waiting.onward(),
                            all);
            case COMPLETED, LEFT ->
                    new Rehabilitation(
                            id, State.valueOf(event.kind().name()), null, waiting, null, all);
            case REFERRED, ADMITTED, PLANNED, ASSESSED, EXTENDED ->
                    new Rehabilitation(
                            id,
                            State.valueOf(event.kind().name()),
                            event.due(),
                            waiting,
                            null,
                            all);
        };
    }
}
