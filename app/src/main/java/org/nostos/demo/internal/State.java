package org.nostos.demo.internal;

import java.util.List;
import org.nostos.basics.StateCode;

/// An invented state: its code, its name in three scripts, how its people are named, and its share
/// of those held in thousandths.
record State(
        StateCode code,
        String name,
        String arabic,
        String cyrillic,
        Word.Tradition tradition,
        int share) {

    public static final List<State> ALL = Tables.rows("states").stream().map(State::of).toList();

    private static State of(String[] row) {
        return new State(
                StateCode.parse(row[0]),
                row[1],
                row[2],
                row[3],
                Word.Tradition.parse(row[4]),
                Integer.parseInt(row[5]));
    }

    static State named(String code) {
        return ALL.stream()
                .filter(state -> state.code.value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    String written(Habit habit) {
        return switch (habit) {
            case ARABIC -> arabic;
            case CYRILLIC -> cyrillic;
            case PLAIN, FRENCH, ENGLISH, TURKIC -> name;
        };
    }
}
