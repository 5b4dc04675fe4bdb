package org.nostos.demo.internal;

/// One part of a name as it sounds, with the spelling of its own script where that is known.
/// An empty spelling means: written as it sounds.
record Name(String sound, String arabic, String cyrillic) {

    static Name heard(String sound) {
        return new Name(sound, "", "");
    }

    /// The name as somebody with this habit writes it.
    public String written(Habit habit) {
        return switch (habit) {
            case ARABIC -> arabic.isEmpty() ? habit.write(sound) : arabic;
            case CYRILLIC -> cyrillic.isEmpty() ? habit.write(sound) : Habit.capital(cyrillic);
            case PLAIN, FRENCH, ENGLISH, TURKIC -> habit.write(sound);
        };
    }
}
