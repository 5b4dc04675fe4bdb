package org.nostos.retention;

/// A kind of data that is kept for a time, and the event from which the time runs.
public enum Category {
    /// All that the records say of a person, from the day the last of them was recorded.
    PERSON("LAST_RECORD"),
    /// A note that stands apart, from the day it was written.
    NOTE("WRITTEN"),
    /// The file of a list with its rows as staged, from the day the list was accepted or refused.
    RECEIVED_FILE("DECIDED"),
    /// What acts of reading and searching speak of, from the day of the reading.
    READING("READ");

    private final String event;

    Category(String event) {
        this.event = event;
    }

    /// The event from which the time runs, the end of its message's key.
    public String event() {
        return event;
    }
}
