package org.nostos.figures.internal;

import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;

/// The kind of a counted noun, and the category that it brings when no verb says more.
enum Kind {
    NEUTRAL(null),
    FIGHTER(Category.HELD),
    HELD(Category.HELD),
    SOLDIER(null),
    CIVILIAN(null),
    FOREIGNER(Category.FOREIGN_HELD),
    WOMEN(Category.WOMEN),
    CHILDREN(Category.CHILDREN),
    FAMILY(Category.FAMILIES),
    DISPLACED(Category.DISPLACED),
    RETURNEE(Category.REPATRIATED),
    DEPORTEE(Category.REPATRIATED),
    ESCAPEE(Category.ESCAPED),
    DEAD(Category.KILLED),
    CASUALTY(null),
    INJURED(Category.INJURED),
    MISSING(Category.OTHER),
    /// Who speaks in a report far more often than they are counted in it.
    WITNESS(null),
    COUNTRY(Category.COUNTRIES),
    NATIONALITY(Category.COUNTRIES),
    FACILITY(Category.OTHER),
    EVENT(Category.OTHER),
    CASE(Category.OTHER),
    ITEM(Category.OTHER);

    private final @Nullable Category usual;

    Kind(@Nullable Category usual) {
        this.usual = usual;
    }

    @Nullable Category usual() {
        return usual;
    }

    /// Whether people or families are counted.
    boolean ofPeople() {
        return switch (this) {
            case COUNTRY, NATIONALITY, FACILITY, EVENT, CASE, ITEM -> false;
            default -> true;
        };
    }

    /// Whether the noun itself says whom a reader will look for: women, children, families.
    boolean namesAGroup() {
        return this == WOMEN || this == CHILDREN || this == FAMILY;
    }
}
