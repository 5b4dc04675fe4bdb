package org.nostos.figures.internal;

import org.nostos.figures.Category;

/// A word that says what happened to the counted, and on which side of them it stands.
record Trigger(Category category, Side side) {

    enum Side {
        /// The verb comes first: "released 300".
        BEFORE,
        /// The verb follows: "300 were released", "300 fled".
        AFTER,
        BOTH
    }

    /// The trigger of a form that stands in two lines: the category of the first, on either side.
    Trigger onBothSides(Trigger other) {
        return side == other.side ? this : new Trigger(category, Side.BOTH);
    }

    boolean mayPrecede() {
        return side != Side.AFTER;
    }

    boolean mayFollow() {
        return side != Side.BEFORE;
    }
}
