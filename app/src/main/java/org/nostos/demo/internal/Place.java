package org.nostos.demo.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Invented towns. A state without a town of its own has its capital, which bears its name.
final class Place {

    private static final Map<String, List<Name>> BY_STATE = read();

    private Place() {}

    static List<Name> of(State state) {
        return BY_STATE.getOrDefault(
                state.code().value(),
                List.of(
                        new Name(
                                state.name().toLowerCase(Locale.ROOT),
                                state.arabic(),
                                state.cyrillic())));
    }

    private static Map<String, List<Name>> read() {
        Map<String, List<Name>> towns = new HashMap<>();
        for (String[] row : Tables.rows("places")) {
            towns.computeIfAbsent(row[0], state -> new ArrayList<>())
                    .add(new Name(row[1], row[2], row[3]));
        }
        return towns;
    }
}
