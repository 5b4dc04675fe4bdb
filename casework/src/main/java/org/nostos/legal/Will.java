package org.nostos.legal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;

/// What somebody wants, as they said it last, of going to one state.
///
/// @param last how they said it, or null when nobody asked them
public record Will(StateCode destination, State state, @Nullable Event last) {

    /// Something that was told to the person, or that they said.
    public record Event(
            Stamp stamp,
            StateCode destination,
            Kind kind,
            String language,
            @Nullable String interpreter,
            @Nullable String witness,
            String reason,
            @Nullable String source) {}

    /// The steps.
    public enum Kind {
        /// They were told what it means to go, in a language that they understand.
        INFORMED,
        CONSENTS,
        OBJECTS,
        UNDECIDED,
        /// They said it again shortly before they leave.
        RECONFIRMED,
        WITHDRAWN
    }

    /// What they want.
    public enum State {
        NOT_ASKED,
        INFORMED,
        CONSENTS,
        OBJECTS,
        UNDECIDED,
        RECONFIRMED,
        WITHDRAWN
    }

    /// Whether they want to go.
    public boolean wants() {
        return state == State.CONSENTS || state == State.RECONFIRMED;
    }

    /// What can follow.
    public Set<Kind> next() {
        return switch (state) {
            case NOT_ASKED -> Set.of(Kind.INFORMED);
            case CONSENTS, RECONFIRMED ->
                    Set.of(Kind.INFORMED, Kind.RECONFIRMED, Kind.WITHDRAWN, Kind.OBJECTS);
            case INFORMED, OBJECTS, UNDECIDED, WITHDRAWN ->
                    Set.of(Kind.INFORMED, Kind.CONSENTS, Kind.OBJECTS, Kind.UNDECIDED);
        };
    }

    /// What these events leave of the will to go there.
    public static Will of(List<Event> events, StateCode destination, AsOf asOf) {
        Event last =
                events.stream()
                        .filter(e -> e.destination().equals(destination))
                        .filter(e -> asOf.counts(e.stamp().on(), e.stamp().recordedAt()))
                        .reduce((_, later) -> later)
                        .orElse(null);
        State state = last == null ? State.NOT_ASKED : State.valueOf(last.kind().name());
        return new Will(destination, state, last);
    }
}
