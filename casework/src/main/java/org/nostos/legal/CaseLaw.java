package org.nostos.legal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;
import org.nostos.legal.internal.Ages;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Parties;
import org.nostos.parties.Party;
import org.nostos.parties.PartyKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of one case read of its law. Reading it is an act. Thread-safe.
@Service
@Transactional
public class CaseLaw {

    private final LawDesk desk;
    private final Bars bars;
    private final CourtOrders orders;
    private final Parties parties;
    private final Wills wills;
    private final Ages ages;

    CaseLaw(LawDesk desk, Bars bars, CourtOrders orders, Parties parties, Wills wills, Ages ages) {
        this.desk = desk;
        this.bars = bars;
        this.orders = orders;
        this.parties = parties;
        this.wills = wills;
        this.ages = ages;
    }

    /// Everything that was said of somebody's bars, and what courts ordered.
    public record Known(List<BarEvent> bars, List<CourtOrder> orders) {
        public Known {
            bars = List.copyOf(bars);
            orders = List.copyOf(orders);
        }

        /// The states that something is known of, in the order it was first said.
        public List<StateCode> states() {
            return bars.stream().map(BarEvent::destination).distinct().toList();
        }
    }

    /// Reads what is known of somebody's bars and court orders now.
    ///
    /// @param persons who is one person, the leader first
    public Known of(List<UUID> persons) {
        return of(persons, AsOf.now());
    }

    /// Reads what held of somebody's bars and court orders.
    public Known of(List<UUID> persons, AsOf at) {
        desk.read(persons);
        List<BarEvent> held =
                bars.of(persons).stream()
                        .filter(event -> at.counts(event.stamp().on(), event.stamp().recordedAt()))
                        .toList();
        return new Known(held, CourtOrder.of(orders.of(persons), at));
    }

    /// The states that take part, by code.
    @Transactional(readOnly = true)
    public List<StateCode> states() {
        return parties.all().stream()
                .filter(party -> party.kind() == PartyKind.STATE)
                .map(Party::state)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /// What somebody said they want.
    @Transactional(readOnly = true)
    public List<Will.Event> wills(List<UUID> persons) {
        return wills.of(persons);
    }

    /// Whether one of the records leaves it open that somebody is a child today.
    @Transactional(readOnly = true)
    public boolean mayBeChild(List<UUID> persons) {
        return ages.mayBeChild(persons, LawDesk.today());
    }
}
