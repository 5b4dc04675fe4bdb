package org.nostos.requests;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;

/// What stands of a state's answers about one person at two times.
///
/// @param event the answer that stands, if one does
/// @param last what was said last, which may take an answer back
/// @param review what a body of the state said of a refusal that stands
/// @param prosecution whether it will prosecute, as last said
/// @param takenBack the day the state took the person back
public record AnswerStanding(
        AnswerState state,
        @Nullable AnswerEvent event,
        @Nullable AnswerEvent last,
        @Nullable AnswerEvent review,
        @Nullable AnswerEvent prosecution,
        @Nullable LocalDate takenBack) {

    static final Comparator<AnswerEvent> IN_ORDER =
            Comparator.comparing(AnswerEvent::on)
                    .thenComparing(AnswerEvent::recordedAt)
                    .thenComparing(AnswerEvent::id);

    /// @param due the last day for an answer, if the clock runs
    public static AnswerStanding of(List<AnswerEvent> events, @Nullable LocalDate due, AsOf at) {
        List<AnswerEvent> counting =
                events.stream()
                        .filter(event -> at.counts(event.on(), event.recordedAt()))
                        .sorted(IN_ORDER)
                        .toList();
        AnswerEvent last = last(counting, event -> event.kind().answers()).orElse(null);
        AnswerEvent review =
                last == null || last.kind() != AnswerKind.REFUSED
                        ? null
                        : last(
                                        counting,
                                        event ->
                                                isReview(event)
                                                        && IN_ORDER.compare(event, last) > 0)
                                .orElse(null);
        return new AnswerStanding(
                state(last, due, at),
                last != null && last.kind() != AnswerKind.ANSWER_WITHDRAWN ? last : null,
                last,
                review,
                last(counting, AnswerStanding::isOfProsecution).orElse(null),
                last(counting, event -> event.kind() == AnswerKind.TAKEN_BACK)
                        .map(AnswerEvent::on)
                        .orElse(null));
    }

    private static Optional<AnswerEvent> last(
            List<AnswerEvent> events, Predicate<AnswerEvent> wanted) {
        return events.stream().filter(wanted).reduce((earlier, later) -> later);
    }

    private static boolean isReview(AnswerEvent event) {
        return event.kind() == AnswerKind.REVIEW_UPHELD
                || event.kind() == AnswerKind.REVIEW_QUASHED;
    }

    private static boolean isOfProsecution(AnswerEvent event) {
        return event.kind() == AnswerKind.WILL_PROSECUTE
                || event.kind() == AnswerKind.WILL_NOT_PROSECUTE;
    }

    private static AnswerState state(@Nullable AnswerEvent last, @Nullable LocalDate due, AsOf at) {
        if (last == null) {
            return due != null && at.on().isAfter(due)
                    ? AnswerState.NO_ANSWER
                    : AnswerState.PENDING;
        }
        return AnswerState.valueOf(last.kind().name());
    }
}
