package org.nostos.transfers.internal;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.registry.Person;
import org.nostos.registry.WhoIsOne;
import org.nostos.transfers.LineEvent;
import org.nostos.transfers.LineStanding;
import org.nostos.transfers.Passenger;
import org.nostos.transfers.Transfer;
import org.nostos.transfers.TransferEvent;
import org.nostos.transfers.TransferLine;
import org.nostos.transfers.TransferStanding;
import org.nostos.transfers.Transfers;
import org.springframework.stereotype.Component;

/// Reads transfers whole. Every method needs a running transaction.
@Component
public class Loads {

    private final Transfers transfers;
    private final WhoIsOne whoIsOne;

    Loads(Transfers transfers, WhoIsOne whoIsOne) {
        this.transfers = transfers;
        this.whoIsOne = whoIsOne;
    }

    /// Waits for the transfer's turn, and reads it.
    public Load turn(UUID id) {
        transfers.turn(id);
        return load(id, TransferDesk.now());
    }

    public Load load(UUID id, AsOf asOf) {
        Transfer transfer =
                transfers
                        .byId(id)
                        .orElseThrow(() -> new NoSuchElementException("no transfer " + id));
        List<TransferEvent> events = transfers.events(List.of(id));
        List<TransferLine> lines = transfers.lines(List.of(id));
        List<LineEvent> happened =
                transfers.lineEvents(lines.stream().map(TransferLine::id).toList());
        TransferStanding standing = TransferStanding.of(events, asOf);
        Map<UUID, List<LineEvent>> byLine = happened.stream().collect(groupingBy(LineEvent::line));
        List<Passenger> all = new ArrayList<>();
        for (TransferLine line : lines) {
            List<Person> persons = whoIsOne.with(line.person());
            if (!persons.isEmpty() && !line.recordedAt().isAfter(asOf.known())) {
                all.add(
                        new Passenger(
                                line,
                                LineStanding.of(
                                        standing, byLine.getOrDefault(line.id(), List.of()), asOf),
                                persons));
            }
        }
        return new Load(transfer, standing, all, last(events, lines, happened));
    }

    private static @Nullable UUID last(
            List<TransferEvent> events, List<TransferLine> lines, List<LineEvent> happened) {
        TreeMap<Instant, UUID> byTime = new TreeMap<>();
        events.forEach(one -> byTime.put(one.recordedAt(), one.id()));
        lines.forEach(one -> byTime.put(one.recordedAt(), one.id()));
        happened.forEach(one -> byTime.put(one.recordedAt(), one.id()));
        return byTime.isEmpty() ? null : byTime.lastEntry().getValue();
    }
}
