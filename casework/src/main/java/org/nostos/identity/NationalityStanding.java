package org.nostos.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;

/// How it stands between one person and one state.
///
/// @param since the day of the event that makes it so
/// @param events every event that stands, by the day it happened
/// @param waiting what does not count before a second account has confirmed it
/// @param takenBack what was corrected
/// @param confirmations by whom, as second hand, what stands was confirmed
public record NationalityStanding(
        StateCode state,
        NationalityStatus status,
        LocalDate since,
        List<NationalityAllegation> alleged,
        List<NationalityEvent> events,
        List<NationalityEvent> waiting,
        List<NationalityEvent> takenBack,
        List<NationalityEvent> confirmations) {

    public NationalityStanding {
        alleged = List.copyOf(alleged);
        events = List.copyOf(events);
        waiting = List.copyOf(waiting);
        takenBack = List.copyOf(takenBack);
        confirmations = List.copyOf(confirmations);
    }

    public List<NationalityEvent> evidence() {
        return events.stream().filter(event -> event.evidence() != null).toList();
    }

    /// How far the best evidence carries, or null without any.
    public @Nullable EvidenceGrade best() {
        EvidenceGrade best = null;
        for (NationalityEvent event : events) {
            NationalityEvidence piece = event.evidence();
            if (piece != null && (best == null || piece.grade().compareTo(best) > 0)) {
                best = piece.grade();
            }
        }
        return best;
    }

    /// Whether proof of the state's own was seen in the original.
    public boolean hasProof() {
        return best() == EvidenceGrade.PROOF;
    }

    /// The last request to the state that it has not answered, if one is open.
    public Optional<NationalityEvent> openRequest() {
        Optional<NationalityEvent> last =
                events.stream()
                        .filter(event ->
                                event.step() == NationalityStep.VERIFICATION_REQUESTED
                                        || event.step().isFinding())
                        .reduce((earlier, later) -> later);
        return last.filter(event -> event.step() == NationalityStep.VERIFICATION_REQUESTED);
    }

    /// Who confirmed this event as second hand, or null.
    public @Nullable String confirmedBy(UUID event) {
        return confirmations.stream()
                .filter(one -> event.equals(one.of()))
                .map(one -> one.stamp().by())
                .findFirst()
                .orElse(null);
    }

    public Optional<NationalityEvent> waiting(UUID event) {
        return waiting.stream().filter(one -> one.id().equals(event)).findFirst();
    }
}
