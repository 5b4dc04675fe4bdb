package org.nostos.requests;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.requests.NoteEvent.Kind;

/// Where a note stands at two times: its state, who cleared it, when it left and came, and its clock.
///
/// @param clearers who cleared the draft as it stands
/// @param delivered the day of the first receipt or acknowledgement since it was last sent
/// @param due the last day for an answer, once it was delivered
/// @param overdue past the clock with a person unanswered; said beside the state
public record NoteStanding(
        NoteState state,
        Set<UUID> clearers,
        @Nullable LocalDate sent,
        @Nullable LocalDate delivered,
        @Nullable LocalDate due,
        int reminders,
        int escalations,
        boolean overdue) {

    private static final Comparator<NoteEvent> IN_ORDER =
            Comparator.comparing(NoteEvent::recordedAt).thenComparing(NoteEvent::id);

    public NoteStanding {
        clearers = Set.copyOf(clearers);
    }

    /// @param persons lines of the annex
    /// @param answered those on which an answer stands
    public static NoteStanding of(
            List<NoteEvent> events,
            AskedFor asked,
            List<StateAgreement> agreements,
            int persons,
            int answered,
            AsOf at) {
        List<NoteEvent> counting =
                events.stream()
                        .filter(event -> at.counts(event.on(), event.recordedAt()))
                        .sorted(IN_ORDER)
                        .toList();
        Fold fold = new Fold();
        counting.forEach(fold::take);
        LocalDate due =
                fold.delivered == null
                        ? null
                        : ReplyClock.of(agreements, asked, fold.delivered).due(fold.delivered);
        NoteState state = fold.withAnswers(persons, answered);
        boolean late =
                state.isWithState() && due != null && at.on().isAfter(due) && answered < persons;
        return new NoteStanding(
                state,
                fold.clearers,
                fold.sent,
                fold.delivered,
                due,
                fold.reminders,
                fold.escalations,
                late);
    }

    private static final class Fold {
        private NoteState state = NoteState.DRAFT;
        private Set<UUID> clearers = new HashSet<>();
        private @Nullable LocalDate sent;
        private @Nullable LocalDate delivered;
        private int reminders;
        private int escalations;

        void take(NoteEvent event) {
            switch (event.kind()) {
                case CLEARED -> {
                    clearers.add(event.account());
                    state = clearers.size() > 1 ? NoteState.CLEARED : NoteState.DRAFT;
                }
                case REDRAFTED -> {
                    clearers = new HashSet<>();
                    state = NoteState.DRAFT;
                }
                case SIGNED -> state = NoteState.SIGNED;
                case SENT -> {
                    sent = event.on();
                    delivered = null;
                    state = NoteState.SENT;
                }
                case DELIVERED, ACKNOWLEDGED -> came(event);
                case REMINDED -> reminders++;
                case ESCALATED -> escalations++;
                case RETURNED -> state = NoteState.RETURNED;
                case WITHDRAWN -> state = NoteState.WITHDRAWN;
                case CLOSED -> state = NoteState.CLOSED;
            }
        }

        private void came(NoteEvent event) {
            if (delivered == null || event.on().isBefore(delivered)) {
                delivered = event.on();
            }
            if (event.kind() == Kind.ACKNOWLEDGED) {
                state = NoteState.ACKNOWLEDGED;
            } else if (state == NoteState.SENT) {
                state = NoteState.DELIVERED;
            }
        }

        NoteState withAnswers(int persons, int answered) {
            if (!state.isWithState() || answered == 0) {
                return state;
            }
            return answered < persons ? NoteState.PARTLY_ANSWERED : NoteState.ANSWERED;
        }
    }
}
