package org.nostos.transfers.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.transfers.Passenger;
import org.nostos.transfers.Transfer;
import org.nostos.transfers.TransferStanding;

/// A transfer with everybody who is or was on it.
///
/// @param last the thing that was recorded last, which a form gives back
public record Load(
        Transfer transfer, TransferStanding standing, List<Passenger> all, @Nullable UUID last) {

    public Load {
        all = List.copyOf(all);
    }

    /// Those who are on it still.
    public List<Passenger> on() {
        return all.stream().filter(one -> one.standing().isOn()).toList();
    }

    /// The leading person of each who is on it.
    public List<UUID> leaders() {
        return on().stream().map(Passenger::leader).toList();
    }

    /// Everybody who is on it, under every id.
    public Set<UUID> travelling() {
        Set<UUID> ids = new HashSet<>();
        on().forEach(one -> ids.addAll(one.ids()));
        return ids;
    }
}
