package org.nostos.lists;

import java.util.Locale;
import java.util.Optional;

/// How a list says that somebody belongs to a household.
///
/// It is what the list states, for care and unity, tracing and the best interests of a child. It is
/// never a ground for anything against anybody, and it decides nothing.
public enum Relation {
    /// Named as the head, or the one by whom the row names the household.
    HEAD,
    HUSBAND,
    WIFE,
    SPOUSE,
    SON,
    DAUGHTER,
    CHILD,
    FATHER,
    MOTHER,
    BROTHER,
    SISTER,
    GRANDPARENT,
    GRANDCHILD,
    /// A relation in words that we do not know; they stand beside it.
    OTHER,
    /// The same household, and no more is said.
    NOT_SAID;

    /// The relation's name in a form and in the message bundle: `grandchild`, `not-said`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The relation with this key, if there is one.
    public static Optional<Relation> ofKey(String key) {
        for (Relation relation : values()) {
            if (relation.key().equals(key)) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }
}
