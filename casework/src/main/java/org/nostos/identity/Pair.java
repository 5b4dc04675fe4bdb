package org.nostos.identity;

import java.util.UUID;

/// Two records in no order. `left` is the one whose id reads as the lesser, as the database sorts it.
public record Pair(UUID left, UUID right) {

    public Pair {
        if (left.toString().compareTo(right.toString()) >= 0) {
            throw new IllegalArgumentException("the left of a pair is the lesser: use Pair.of");
        }
    }

    /// The pair of these records.
    ///
    /// @throws IllegalArgumentException if they are one
    public static Pair of(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0
                ? new Pair(one, other)
                : new Pair(other, one);
    }

    /// The record that is not this one.
    public UUID otherThan(UUID record) {
        return record.equals(left) ? right : left;
    }
}
