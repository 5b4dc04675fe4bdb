package org.nostos.linkage;

/// Which pairs of a table are asked for.
public sealed interface PairScope {

    /// Every pair of records: one list is searched for people who stand in it twice.
    record Everything() implements PairScope {}

    /// Pairs of a record before `firstRight` with one from there on: two lists are linked.
    record Across(int firstRight) implements PairScope {}

    /// Pairs with at least one record from `firstNew` on: new records among themselves and against
    /// those that were there before.
    record TouchingNew(int firstNew) implements PairScope {}

    static PairScope everything() {
        return new Everything();
    }

    static PairScope across(int firstRight) {
        return new Across(firstRight);
    }

    static PairScope touchingNew(int firstNew) {
        return new TouchingNew(firstNew);
    }
}
