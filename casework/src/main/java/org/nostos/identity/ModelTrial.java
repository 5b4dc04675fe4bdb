package org.nostos.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A model put forward, and what it would change.
///
/// @param model null while it is still to be trained
public record ModelTrial(
        UUID id,
        Origin origin,
        @Nullable UUID model,
        UUID account,
        String by,
        String reason,
        Instant at,
        @Nullable Ended ended,
        @Nullable SetAside setAside,
        boolean adopted) {

    /// Where the model put forward comes from.
    public enum Origin {
        RETRAINED,
        UPLOADED,
        /// It was in use before.
        EARLIER
    }

    /// How the trial ended. Without a result it failed.
    ///
    /// @param model the model tried
    /// @param against the model in use at that time
    public record Ended(
            Instant at,
            @Nullable UUID model,
            @Nullable UUID against,
            @Nullable TrialResult result) {}

    /// Somebody did not want it.
    public record SetAside(String by, String reason, Instant at) {}

    /// Where a trial stands.
    public enum State {
        /// Being worked out.
        TRYING,
        FAILED,
        /// Waits for another person to adopt it.
        READY,
        ADOPTED,
        SET_ASIDE,
        /// Another model is in use than the one it was compared with.
        OVERTAKEN
    }

    /// Where it stands while this model is in use.
    public State state(@Nullable UUID inUse) {
        if (adopted) {
            return State.ADOPTED;
        }
        if (setAside != null) {
            return State.SET_ASIDE;
        }
        if (ended == null) {
            return State.TRYING;
        }
        if (ended.result == null) {
            return State.FAILED;
        }
        return inUse != null && inUse.equals(ended.against) ? State.READY : State.OVERTAKEN;
    }
}
