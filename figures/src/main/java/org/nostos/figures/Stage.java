package org.nostos.figures;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.nostos.basics.Obstacle;

/// Where a figure stands on its way into the published ledger. Nothing is ever deleted.
public enum Stage {
    ENTERED,
    /// Its source was opened and holds the words.
    SOURCED,
    /// Somebody other than who entered it has read it against its source.
    REVIEWED,
    PUBLISHED,
    /// A later version stands in its place; this one stays readable.
    CORRECTED,
    /// Taken back; it stays readable with the reason.
    RETRACTED;

    /// What can be done to a figure.
    public enum Step {
        SOURCE,
        REVIEW,
        PUBLISH,
        CORRECT,
        RETRACT
    }

    /// The steps that may follow.
    public Set<Step> open() {
        return switch (this) {
            case ENTERED -> EnumSet.of(Step.SOURCE, Step.CORRECT, Step.RETRACT);
            case SOURCED -> EnumSet.of(Step.REVIEW, Step.CORRECT, Step.RETRACT);
            case REVIEWED -> EnumSet.of(Step.PUBLISH, Step.CORRECT, Step.RETRACT);
            case PUBLISHED -> EnumSet.of(Step.CORRECT, Step.RETRACT);
            case CORRECTED, RETRACTED -> EnumSet.noneOf(Step.class);
        };
    }

    /// Why a step may not be taken now, if it may not. `sameHand` says that who takes it also took the
    /// step before: nobody reviews what they entered or sourced.
    public Optional<Obstacle> whyNot(Step step, boolean sameHand) {
        if (!open().contains(step)) {
            return Optional.of(Obstacle.of("obstacle.figures.not-now", name(), step.name()));
        }
        return step == Step.REVIEW && sameHand
                ? Optional.of(Obstacle.of("obstacle.figures.own-review"))
                : Optional.empty();
    }

    /// The stage after a step that is open.
    public Stage after(Step step) {
        if (!open().contains(step)) {
            throw new IllegalArgumentException(step + " does not follow " + this);
        }
        return switch (step) {
            case SOURCE -> SOURCED;
            case REVIEW -> REVIEWED;
            case PUBLISH -> PUBLISHED;
            case CORRECT -> CORRECTED;
            case RETRACT -> RETRACTED;
        };
    }
}
