package org.nostos.legal;

import java.time.LocalDate;
import java.util.List;
import org.nostos.basics.PartialDate;
import org.nostos.custody.CustodyEvent;
import org.nostos.legal.internal.Ages;

/// Everything that the law of one case rests on, read once: what was said of bars, ordered, reviewed,
/// wanted and determined, in the order recorded, and what states assured of everybody.
///
/// @param custody what happened in the person's custody: whether they are held, and on what ground
/// @param births what the person's records say of the day of birth
public record LawFile(
        List<BarEvent> bars,
        List<CourtOrder.Event> orders,
        List<Assurance.Event> assured,
        List<ReviewEvent> reviews,
        List<Proceeding.Event> proceedings,
        List<Will.Event> wills,
        List<Determination.Event> determinations,
        List<Rehabilitation.Event> stays,
        List<CustodyEvent> custody,
        List<PartialDate> births) {

    public LawFile {
        bars = List.copyOf(bars);
        orders = List.copyOf(orders);
        assured = List.copyOf(assured);
        reviews = List.copyOf(reviews);
        proceedings = List.copyOf(proceedings);
        wills = List.copyOf(wills);
        determinations = List.copyOf(determinations);
        stays = List.copyOf(stays);
        custody = List.copyOf(custody);
        births = List.copyOf(births);
    }

    boolean mayBeChild(LocalDate on) {
        return Ages.mayBe(births, on);
    }
}
