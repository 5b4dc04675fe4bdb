package org.nostos.transfers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.StateCode;
import org.nostos.legal.Route;

/// A plan as it was begun. Where it stands, [TransferStanding] says.
///
/// @param receiver who takes over, by name: a ministry, an authority
/// @param hours how long after departure nobody having received them raises an alarm
public record Transfer(
        UUID id,
        String number,
        TransferKind kind,
        Route route,
        StateCode destination,
        String receiver,
        List<StateCode> transit,
        int hours,
        UUID account,
        String by,
        Instant recordedAt) {

    public Transfer {
        transit = List.copyOf(transit);
    }
}
