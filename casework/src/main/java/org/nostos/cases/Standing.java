package org.nostos.cases;

import java.util.Locale;

/// How a track stands, as one of the marks of the house: a shape and a word, never a colour of a person.
public enum Standing {
    /// Settled.
    DONE,
    /// Under way.
    DOING,
    /// Waits for another.
    WAIT,
    /// Not begun.
    NONE,
    ENDED,
    /// Stops the case.
    STOP;

    /// The mark of the page.
    public String mark() {
        return name().toLowerCase(Locale.ROOT);
    }
}
