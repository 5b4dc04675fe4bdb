package org.nostos.web.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.cases.BoardsThen;
import org.nostos.cases.CasesThen;
import org.nostos.cases.CasesThen.Outcome;
import org.nostos.custody.FacilityKeeping;
import org.nostos.identity.MeantByName;
import org.nostos.identity.MeantByName.Meant;
import org.nostos.web.Times;
import org.nostos.web.listing.Asked;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The boards at another time: which cases the reader asks for, and what is said when they are too many.
///
/// The address holds a facility under `facility`, and under `who.q` the key of words that name people.
@Component
class Then {

    private static final String WHO = "who";
    private static final String FACILITY = "facility";

    /// What the page says of the cases that were worked out.
    ///
    /// @param tooMany how many were asked for where nothing was worked out
    /// @param read how many were worked out
    public record Shown(
            @Nullable Long tooMany, long read, int most, boolean narrow, String words) {}

    private final CasesThen cases;
    private final MeantByName names;
    private final FacilityKeeping facilities;

    Then(CasesThen cases, MeantByName names, FacilityKeeping facilities) {
        this.cases = cases;
        this.names = names;
        this.facilities = facilities;
    }

    /// The boards of the cases that the address asks for; empty where they are too many.
    Optional<BoardsThen> boards(Times times, Asked asked, Model model) {
        AsOf at = times.at();
        UUID facility = facility(asked);
        Set<UUID> persons = facility == null ? null : facilities.persons(facility, at);
        String words = asked.in(WHO).words();
        boolean narrow = false;
        if (!words.isBlank()) {
            Meant meant = names.persons(words);
            narrow = meant.more();
            persons = both(persons, meant.persons());
        }
        Outcome outcome = cases.of(at, persons);
        model.addAttribute("facilities", facilities.all());
        model.addAttribute("facility", facility);
        model.addAttribute("thenPath", asked.path());
        model.addAttribute("then", shown(outcome, narrow, words));
        return outcome instanceof Outcome.Read(BoardsThen boards)
                ? Optional.of(boards)
                : Optional.empty();
    }

    private static Shown shown(Outcome outcome, boolean narrow, String words) {
        return switch (outcome) {
            case Outcome.Read(BoardsThen boards) ->
                    new Shown(null, boards.cases().size(), CasesThen.MOST, narrow, words);
            case Outcome.TooMany(long cases) -> new Shown(cases, 0, CasesThen.MOST, narrow, words);
        };
    }

    private static @Nullable UUID facility(Asked asked) {
        String text = asked.of(FACILITY);
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(text)
                : null;
    }

    private static Set<UUID> both(@Nullable Set<UUID> held, Set<UUID> named) {
        if (held == null) {
            return named;
        }
        Set<UUID> both = new HashSet<>(held);
        both.retainAll(named);
        return both;
    }

    static BoardsThen none(Times times) {
        return new BoardsThen(List.of(), times.at().on());
    }
}
