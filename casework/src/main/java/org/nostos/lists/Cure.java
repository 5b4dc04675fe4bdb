package org.nostos.lists;

import java.util.Optional;

/// What can be done about a row before its list is accepted. The original text stays as it came.
public enum Cure {
    /// Keep the year of a date whose day or month does not exist.
    YEAR_ALONE,
    /// Read this one date with day and month the other way round: it can mean nothing else.
    OTHER_ORDER,
    /// Join a row that was cut in two with the next one.
    JOINED,
    /// Leave a row out that would stand.
    LEFT_OUT;

    /// The cure with this name, if there is one.
    public static Optional<Cure> named(String name) {
        for (Cure cure : values()) {
            if (cure.name().equals(name)) {
                return Optional.of(cure);
            }
        }
        return Optional.empty();
    }
}
