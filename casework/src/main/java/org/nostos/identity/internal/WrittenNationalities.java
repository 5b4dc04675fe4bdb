package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.identity.Overview.NationalityCount;
import org.nostos.identity.Tallies.NationalityTally;
import org.nostos.names.Names;
import org.nostos.parties.Parties;
import org.nostos.parties.Party;
import org.springframework.stereotype.Component;

/// Reads nationalities as lists write them: a code, or the name of a state that is a party here.
@Component
public class WrittenNationalities {

    private static final double ALIKE = 0.9;

    private final Parties parties;

    WrittenNationalities(Parties parties) {
        this.parties = parties;
    }

    /// People by state, the most first; what could not be read as a state counts as not said.
    List<NationalityCount> counted(List<NationalityTally> tallies) {
        List<Party> states = parties.all().stream().filter(p -> p.state() != null).toList();
        Map<@Nullable StateCode, Long> people = new HashMap<>();
        tallies.forEach(
                tally -> people.merge(state(tally.written(), states), tally.people(), Long::sum));
        List<NationalityCount> counts = new ArrayList<>();
        people.forEach((state, count) -> counts.add(new NationalityCount(state, count)));
        counts.sort((a, b) -> Long.compare(number(b), number(a)));
        return counts;
    }

    /// The state of each of these words, as far as one is meant.
    public Map<String, StateCode> read(Collection<String> written) {
        List<Party> states = parties.all().stream().filter(p -> p.state() != null).toList();
        Map<String, StateCode> read = new HashMap<>();
        for (String words : written) {
            StateCode state = state(words.strip(), states);
            if (state != null) {
                read.put(words, state);
            }
        }
        return read;
    }

    private static @Nullable StateCode state(@Nullable String written, List<Party> states) {
        if (written == null || written.matches("[A-Z]{3}")) {
            return written == null ? null : new StateCode(written);
        }
        for (Party party : states) {
            if (Names.similarity(party.name(), written) >= ALIKE) {
                return party.state();
            }
        }
        return null;
    }

    private static long number(NationalityCount count) {
        Long people = count.people();
        return people == null ? 0 : people;
    }
}
