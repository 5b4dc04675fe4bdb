package org.nostos.basics;

import java.util.List;

/// A rule that the house holds, of law or its own: what it does, who can settle it, where it is written.
///
/// Each room keeps its rules in one enum. `./nostos rules` prints all of them; a test that holds one
/// names the same citation.
public interface Rule {

    Entry entry();

    /// What every rule says of itself.
    ///
    /// @param key of its messages: `rule.KEY` says what it asks, `unmet.KEY` what is missing, with the
    ///     arguments of an [Unmet]. Unique among all rules, as `custody.legal-ground`.
    /// @param citations where the rule is written; empty for a rule of the house's own
    record Entry(String key, Effect effect, Settler settler, List<Citation> citations) {

        public Entry {
            citations = List.copyOf(citations);
        }

        public static Entry of(String key, Effect effect, Settler settler, Citation... citations) {
            return new Entry(key, effect, settler, List.of(citations));
        }
    }

    default String key() {
        return entry().key();
    }

    default Effect effect() {
        return entry().effect();
    }

    default Settler settler() {
        return entry().settler();
    }

    default List<Citation> citations() {
        return entry().citations();
    }
}
