package org.nostos.figures.internal;

import org.nostos.figures.Unit;

/// What a counted noun stands for.
record Noun(Kind kind, Unit.Thing unit) {
    static final Noun PEOPLE = new Noun(Kind.NEUTRAL, Unit.Thing.PERSON);
    static final Noun POPULATION = new Noun(Kind.CIVILIAN, Unit.Thing.PERSON);
}
