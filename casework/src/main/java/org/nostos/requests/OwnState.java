package org.nostos.requests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.identity.NationalityStanding;
import org.nostos.identity.NationalityStatus;

/// One of the states that somebody may belong to: how the nationality stands there, and what it was
/// asked last.
///
/// States stand in the order of their codes. None comes first: whoever belongs to several is asked about
/// of each of them, and where they go is theirs and the law's to say.
///
/// @param nationality nothing when the state was asked though nothing says that they are its national
/// @param asked nothing when the state was not asked whether it takes them back, or whose they are
public record OwnState(
        StateCode state, @Nullable NationalityStatus nationality, @Nullable Asked asked) {

    /// The states that may have to take somebody back, when they are several; else none. Pure.
    ///
    /// @param standings how it stands with each state
    /// @param asked every line about the person that was sent
    public static List<OwnState> of(List<NationalityStanding> standings, List<Asked> asked) {
        Map<StateCode, NationalityStatus> theirs = new TreeMap<>();
        standings.stream()
                .filter(one -> !one.status().isLost())
                .forEach(one -> theirs.put(one.state(), one.status()));
        Set<StateCode> all = new TreeSet<>(theirs.keySet());
        List<Asked> own = asked.stream().filter(one -> speaksOfReturn(one.note().asked())).toList();
        own.forEach(one -> all.add(one.note().state()));
        List<OwnState> states = new ArrayList<>();
        for (StateCode state : all) {
            states.add(new OwnState(state, theirs.get(state), latest(own, state)));
        }
        return states.size() < 2 ? List.of() : states;
    }

    private static boolean speaksOfReturn(AskedFor asked) {
        return asked == AskedFor.ACCEPTANCE || asked == AskedFor.NATIONALITY;
    }

    private static @Nullable Asked latest(List<Asked> own, StateCode state) {
        return own.stream()
                .filter(one -> one.note().state().equals(state))
                .max(Comparator.comparing(one -> one.note().recordedAt()))
                .orElse(null);
    }
}
