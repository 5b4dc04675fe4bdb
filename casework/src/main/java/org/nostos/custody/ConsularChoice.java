package org.nostos.custody;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;

/// What a person wants the consul of a state to know: nothing by name goes to a state without it.
///
/// @param stamp who asked and when; absent while nobody has
public record ConsularChoice(
        @Nullable Stamp stamp,
        StateCode state,
        Wish wish,
        String language,
        String interpreter,
        String source) {

    /// What the person said.
    public enum Wish {
        NOT_ASKED,
        WANTS,
        REFUSES,
        /// Said something once, and has taken it back.
        WITHDRAWN
    }

    private static final Comparator<Stamp> AS_THEY_WERE_SAID =
            Comparator.comparing(Stamp::on)
                    .thenComparing(Stamp::recordedAt)
                    .thenComparing(Stamp::id);

    static ConsularChoice notAsked(StateCode state) {
        return new ConsularChoice(null, state, Wish.NOT_ASKED, "", "", "");
    }

    /// Whether the state may be told by name, as far as the person's choice goes.
    public boolean allowsNames() {
        return wish == Wish.WANTS;
    }

    /// The choice for this state that counts among these of one person, in any order.
    public static ConsularChoice of(List<ConsularChoice> said, StateCode state, AsOf asOf) {
        ConsularChoice counts = each(said, asOf).get(state);
        return counts == null ? notAsked(state) : counts;
    }

    /// The choice that counts for each state that was ever asked about.
    public static Map<StateCode, ConsularChoice> each(List<ConsularChoice> said, AsOf asOf) {
        Map<StateCode, ConsularChoice> latest = new TreeMap<>();
        for (ConsularChoice choice : said) {
            Stamp stamp = choice.stamp;
            if (stamp != null && asOf.counts(stamp.on(), stamp.recordedAt())) {
                latest.merge(choice.state, choice, ConsularChoice::later);
            }
        }
        return latest;
    }

    private static ConsularChoice later(ConsularChoice one, ConsularChoice other) {
        Stamp first = one.stamp;
        Stamp second = other.stamp;
        return first == null || second == null || AS_THEY_WERE_SAID.compare(first, second) < 0
                ? other
                : one;
    }
}
