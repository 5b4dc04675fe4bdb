package org.nostos.custody;

import java.time.LocalDate;
import java.util.Collection;
import org.nostos.basics.Stamp;

/// Whether somebody who is held was told that a consul can be told. What was said while they were free
/// does not count.
final class ToldOfConsul {

    private ToldOfConsul() {}

    static boolean by(
            CustodyTrack track,
            Collection<RightsNotice> rights,
            Collection<ConsularChoice> choices) {
        LocalDate from = track.heldFrom() == null ? LocalDate.MIN : track.heldFrom().stamp().on();
        return rights.stream()
                        .anyMatch(
                                n -> n.right() == Right.CONSULAR && !n.stamp().on().isBefore(from))
                || choices.stream().anyMatch(choice -> asked(choice, from));
    }

    private static boolean asked(ConsularChoice choice, LocalDate from) {
        Stamp stamp = choice.stamp();
        return choice.wish() != ConsularChoice.Wish.NOT_ASKED
                && stamp != null
                && !stamp.on().isBefore(from);
    }
}
