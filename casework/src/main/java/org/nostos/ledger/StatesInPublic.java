package org.nostos.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.nostos.basics.StateCode;
import org.nostos.ledger.internal.StateWords;
import org.nostos.parties.Parties;
import org.nostos.parties.Party;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Of which states the published ledger speaks, and what it says of each. Thread-safe.
@Service
@Transactional(readOnly = true)
public class StatesInPublic {

    private static final int MOST = 400;

    private final LedgerEntries entries;
    private final Parties parties;

    StatesInPublic(LedgerEntries entries, Parties parties) {
        this.entries = entries;
        this.parties = parties;
    }

    /// A state and what it is called in the reader's language.
    public record Named(StateCode code, String name) {}

    /// The states that stand in a place, an origin, an authority or an office of the ledger, by name.
    public List<Named> all(Locale language) {
        Set<String> spoken = entries.spoken();
        String all = String.join("\n", spoken).toLowerCase(Locale.ROOT);
        List<Named> found = new ArrayList<>();
        for (StateCode state : StateWords.all()) {
            if (isSpokenOf(StateWords.of(state), spoken, all)) {
                found.add(new Named(state, StateWords.name(state, language).orElseThrow()));
            }
        }
        for (Party party : parties.all()) {
            StateCode code = party.state();
            if (code != null
                    && code.isInvented()
                    && isSpokenOf(List.of(party.name()), spoken, all)) {
                found.add(new Named(code, party.name()));
            }
        }
        found.sort(Comparator.comparing(Named::name));
        return found;
    }

    /// What is said of one state; none for a code that no state has.
    public Optional<StateSheet> sheet(StateCode state, Locale language) {
        List<String> words = new ArrayList<>(StateWords.of(state));
        String name = StateWords.name(state, language).orElse("");
        for (Party party : parties.all()) {
            if (state.equals(party.state())) {
                words.add(party.name());
                name = name.isEmpty() ? party.name() : name;
            }
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Pattern named = StateSheet.pattern(words);
        List<String> naming =
                entries.spoken().stream().filter(one -> StateSheet.names(one, named)).toList();
        return Optional.of(StateSheet.of(state, name, words, entries.naming(naming, MOST)));
    }

    /// Whether one of the words stands in the ledger: first looked for anywhere, then as a whole word.
    private static boolean isSpokenOf(List<String> words, Set<String> spoken, String all) {
        if (words.stream().noneMatch(word -> all.contains(word.toLowerCase(Locale.ROOT)))) {
            return false;
        }
        Pattern named = StateSheet.pattern(words);
        return spoken.stream().anyMatch(one -> StateSheet.names(one, named));
    }
}
