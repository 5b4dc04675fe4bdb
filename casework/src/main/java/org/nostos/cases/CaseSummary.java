package org.nostos.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Effect;
import org.nostos.basics.Settler;

/// What the lists over all cases need to know of one: how its tracks stand, what alarms and what is due,
/// and what it lacks for each state it may go to.
///
/// @param words the tracks' states as words: `custody:HELD`, `nationality.XMD:VERIFIED`
/// @param lacks for each state, the keys of the rules that are not met
/// @param statelessSince the day from which no state is left that may hold them to be its national
/// @param statelessOf the states of which something is known, of somebody of whom none is left
public record CaseSummary(
        UUID leader,
        List<UUID> persons,
        SortedSet<String> words,
        List<Flag> flags,
        Map<String, SortedSet<String>> lacks,
        @Nullable LocalDate statelessSince,
        String statelessOf) {

    public CaseSummary {
        persons = List.copyOf(persons);
        flags = List.copyOf(flags);
        lacks = Map.copyOf(lacks);
    }

    /// An alarm or a clock.
    public record Flag(
            String rule,
            Effect effect,
            Settler settler,
            List<String> arguments,
            @Nullable LocalDate due) {
        public Flag {
            arguments = List.copyOf(arguments);
        }
    }
}
