package org.nostos.basics;

import java.util.List;

/// A rule that the house holds, of law or its own: what it does, who can settle it, where it is written.
///
/// Each room keeps its rules in one enum. `./nostos rules` prints all of them; a test that holds one
/// names the same citation.
public interface Rule {

    /// The key of its messages: `rule.KEY` says what it asks, `unmet.KEY` what is missing, with the
    /// arguments of an [Unmet]. Unique among all rules, as `custody.legal-ground`.
    String key();

    Effect effect();

    Settler settler();

    /// Where the rule is written; empty for a rule of the house's own.
    List<Citation> citations();
}
