package org.nostos.web.legal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.identity.PersonFile;
import org.nostos.legal.CourtOrder;
import org.nostos.legal.TransferClearance;
import org.nostos.registry.Person;

/// What the page of a case's bars shows.
///
/// @param columns the bars of each state, ground by ground
/// @param asked the road that the reader asked about, or null
/// @param missing what is missing on it
public record BarsPage(
        PersonFile file,
        Map<StateCode, List<BarView>> columns,
        List<CourtOrder> orders,
        List<ClearanceLine> clearances,
        TransferClearance.@Nullable Terms asked,
        List<Unmet> missing) {

    public BarsPage {
        orders = List.copyOf(orders);
        clearances = List.copyOf(clearances);
        missing = List.copyOf(missing);
    }

    /// A clearance, how it stands, and what is missing in it again.
    public record ClearanceLine(
            TransferClearance clearance, String state, boolean mine, List<Unmet> missing) {
        public ClearanceLine {
            missing = List.copyOf(missing);
        }
    }

    public boolean orderStands() {
        return orders.stream().anyMatch(CourtOrder::stands);
    }

    /// How many bars of all states are still open.
    public long open() {
        return columns.values().stream()
                .flatMap(List::stream)
                .filter(view -> !view.bar().passes())
                .count();
    }

    static List<UUID> persons(PersonFile file) {
        return new ArrayList<>(file.persons().stream().map(Person::id).toList());
    }
}
