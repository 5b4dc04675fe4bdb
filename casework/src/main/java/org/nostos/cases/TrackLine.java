package org.nostos.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One track of a case at two times: how it stands in words, and what happened on it.
///
/// @param track the end of its message (`track.custody`) and of its page's address
/// @param of what of it: a state's code, the number of a note; null where there is one of its kind
/// @param state the message of its state, with `arguments`
public record TrackLine(
        String track,
        @Nullable String of,
        Standing standing,
        String state,
        List<String> arguments,
        List<TrackEvent> events) {

    public TrackLine {
        arguments = List.copyOf(arguments);
        events = List.copyOf(events);
    }

    /// The track and its state as one word, by which cases can be looked for: `custody:HELD`.
    public String word() {
        String end = state.substring(state.lastIndexOf('.') + 1);
        return of == null ? track + ":" + end : track + "." + of + ":" + end;
    }
}
