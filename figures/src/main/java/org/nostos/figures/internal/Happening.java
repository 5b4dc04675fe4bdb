package org.nostos.figures.internal;

import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;

/// What happened to those counted: the category and the words that said it, from token `from` to `to`;
/// both are the mention itself when the noun alone says it. `certain` when a verb said it.
/// `shared` is what the other members of a list take over.
record Happening(
        Category category,
        int from,
        int to,
        boolean certain,
        Category shared,
        @Nullable Mention partOf) {

    static Happening of(Category category, int from, int to, boolean certain) {
        return new Happening(category, from, to, certain, category, null);
    }
}
