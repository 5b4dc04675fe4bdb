package org.nostos.custody;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;

/// Property of a person under a seal: what is in it, who sealed it, and what became of it.
///
/// @param stamp of the account that recorded the sealing, the first of two hands
/// @param sealedBy who sealed it, by name
public record PropertyContainer(
        Stamp stamp,
        String seal,
        String sealedBy,
        List<Line> lines,
        String source,
        List<Step> steps) {

    public PropertyContainer {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
    }

    /// So many of one thing.
    public record Line(int quantity, String what) {}

    /// What somebody did with it.
    public record Step(Stamp stamp, Kind kind, String receiver, String reason) {}

    /// What can be done with a container.
    public enum Kind {
        /// A second account has seen what is in it.
        COUNTERSIGNED,
        OPENED,
        HANDED_OVER
    }

    /// Where a container stands.
    public enum State {
        /// Under one hand alone.
        SEALED,
        COUNTERSIGNED,
        OPENED,
        HANDED_OVER;

        /// Whether the seal is whole and the house has it.
        public boolean isKept() {
            return this == SEALED || this == COUNTERSIGNED;
        }

        /// Whether this can be done now. Nothing is handed over under one hand alone.
        public boolean allows(Kind kind) {
            return switch (kind) {
                case COUNTERSIGNED -> this == SEALED;
                case OPENED -> isKept();
                case HANDED_OVER -> this == COUNTERSIGNED;
            };
        }
    }

    public UUID id() {
        return stamp.id();
    }

    /// The latest that was done with it: a form carries it, so that nobody acts on what they did not see.
    public UUID last() {
        return steps.isEmpty() ? stamp.id() : steps.getLast().stamp.id();
    }

    /// Where it stood on a day, as known at a moment; nothing before it was sealed.
    public Optional<State> state(AsOf asOf) {
        if (!asOf.counts(stamp.on(), stamp.recordedAt())) {
            return Optional.empty();
        }
        State state = State.SEALED;
        for (Step step : steps) {
            if (asOf.counts(step.stamp.on(), step.stamp.recordedAt()) && state.allows(step.kind)) {
                state = State.valueOf(step.kind.name());
            }
        }
        return Optional.of(state);
    }

    /// How many things are in it.
    public int things() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }
}
