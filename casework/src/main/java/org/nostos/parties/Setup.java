package org.nostos.parties;

import java.util.Set;

/// How far the house is set up, as the door knows it before anybody calls.
///
/// @param rules the categories of data for which a rule of retention is in force
/// @param deciders open accounts of reviewers; `secondReviewers` among them
public record Setup(
        boolean controller,
        boolean reviewBody,
        Set<String> rules,
        long deciders,
        long secondReviewers) {
    public Setup {
        rules = Set.copyOf(rules);
    }
}
