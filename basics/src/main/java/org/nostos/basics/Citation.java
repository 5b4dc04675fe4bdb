package org.nostos.basics;

/// A place in a legal instrument: what is relied on when something is blocked or asked for.
///
/// `instrument` is the short title in use (`Fourth Geneva Convention`), `place` the article, rule
/// or paragraph in the instrument's own words (`art. 136`, `rule 7`).
public record Citation(String instrument, String place) {

    @Override
    public String toString() {
        return instrument + ", " + place;
    }
}
