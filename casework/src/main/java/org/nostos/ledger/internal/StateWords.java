package org.nostos.ledger.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nostos.basics.StateCode;

/// What states are called in public: the usual name in English and Arabic, and others in use. An invented
/// state is called what its party is called.
public final class StateWords {

    private static final Map<String, List<String>> ALSO =
            Map.of(
                    "TUR", List.of("Turkey"),
                    "GBR", List.of("Britain", "UK"),
                    "USA", List.of("US", "U.S.", "United States of America"),
                    "RUS", List.of("Russian Federation"),
                    "SYR", List.of("Syrian Arab Republic"),
                    "CZE", List.of("Czech Republic"),
                    "NLD", List.of("Holland"),
                    "COD", List.of("DR Congo"),
                    "KOR", List.of("South Korea"),
                    "PSE", List.of("Palestine"));

    private static final Map<String, String> TWO_LETTERS = twoLetters();

    private StateWords() {}

    private static Map<String, String> twoLetters() {
        Map<String, String> codes = new HashMap<>();
        for (String two : Locale.getISOCountries()) {
            codes.put(Locale.of("", two).getISO3Country(), two);
        }
        return Map.copyOf(codes);
    }

    /// The codes of all states that are not invented.
    public static List<StateCode> all() {
        return TWO_LETTERS.keySet().stream().sorted().map(StateCode::new).toList();
    }

    /// The name of a state in this language; none for an invented one.
    public static Optional<String> name(StateCode state, Locale language) {
        return Optional.ofNullable(TWO_LETTERS.get(state.value()))
                .map(two -> Locale.of("", two).getDisplayCountry(language));
    }

    /// All that the state is called; nothing for an invented one.
    public static List<String> of(StateCode state) {
        List<String> words = new ArrayList<>();
        name(state, Locale.ENGLISH).ifPresent(words::add);
        name(state, Locale.of("ar")).ifPresent(words::add);
        words.addAll(ALSO.getOrDefault(state.value(), List.of()));
        return words;
    }
}
