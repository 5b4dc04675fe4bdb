package org.nostos.transfers;

import java.util.EnumSet;
import java.util.Set;
import org.nostos.legal.Route;

/// What a transfer is. The three are never counted as one.
public enum TransferKind {
    /// To the state of nationality.
    REPATRIATION(
            Route.REPATRIATION_NO_PROCEEDINGS,
            Route.DEPORTATION,
            Route.EXTRADITION,
            Route.SENTENCE_TRANSFER),
    /// To another authority, even in the same building.
    TO_AUTHORITY(Route.HANDOVER_BETWEEN_AUTHORITIES),
    /// To a state that is not the person's own.
    TO_THIRD_STATE(Route.THIRD_STATE_RELOCATION, Route.EXTRADITION);

    private final Set<Route> routes;

    TransferKind(Route first, Route... others) {
        this.routes = Set.copyOf(EnumSet.of(first, others));
    }

    /// Whether it can be taken on this road. The database keeps the same table.
    public boolean allows(Route route) {
        return routes.contains(route);
    }

    /// Whether a border is crossed, so that papers to travel and leave to pass are needed.
    public boolean crossesBorders() {
        return this != TO_AUTHORITY;
    }
}
