package org.nostos.transfers;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.basics.AsOf;
import org.nostos.basics.Unmet;
import org.nostos.registry.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What transfers say of many cases at once, a few statements for all of them. Thread-safe.
@Service
@Transactional(readOnly = true)
public class TransferBoard {

    private final Transfers transfers;

    TransferBoard(Transfers transfers) {
        this.transfers = transfers;
    }

    /// A transfer that somebody is or was on, as it stands for them.
    public record Mine(
            Transfer transfer, TransferStanding standing, LineStanding line, List<Unmet> open) {
        public Mine {
            open = List.copyOf(open);
        }
    }

    /// The transfers of each of these people, each as the persons who are one, by the one who leads.
    public Map<UUID, List<Mine>> ofEach(List<List<Person>> people, AsOf at) {
        List<UUID> ids = people.stream().flatMap(List::stream).map(Person::id).toList();
        List<TransferLine> lines = transfers.linesOf(ids);
        if (lines.isEmpty()) {
            return Map.of();
        }
        List<UUID> plans = lines.stream().map(TransferLine::transfer).distinct().toList();
        Map<UUID, Transfer> byId =
                transfers.byIds(plans).stream()
                        .collect(Collectors.toMap(Transfer::id, Function.identity()));
        Map<UUID, List<TransferEvent>> events =
                transfers.events(plans).stream().collect(groupingBy(TransferEvent::transfer));
        Map<UUID, List<LineEvent>> happened =
                transfers.lineEvents(lines.stream().map(TransferLine::id).toList()).stream()
                        .collect(groupingBy(LineEvent::line));
        Map<UUID, List<Mine>> mine = new HashMap<>();
        for (List<Person> one : people) {
            List<UUID> known = one.stream().map(Person::id).toList();
            for (TransferLine line : lines) {
                Transfer transfer = byId.get(line.transfer());
                if (transfer != null
                        && known.contains(line.person())
                        && at.counts(line.recordedAt())) {
                    mine.computeIfAbsent(known.getFirst(), _ -> new ArrayList<>())
                            .add(
                                    mine(
                                            transfer,
                                            events.getOrDefault(line.transfer(), List.of()),
                                            happened.getOrDefault(line.id(), List.of()),
                                            at));
                }
            }
        }
        return mine;
    }

    private static Mine mine(
            Transfer transfer, List<TransferEvent> events, List<LineEvent> happened, AsOf at) {
        TransferStanding standing = TransferStanding.of(events, at);
        LineStanding line = LineStanding.of(standing, happened, at);
        return new Mine(transfer, standing, line, line.open(transfer, standing, moment(at)));
    }

    /// When a question with two times is asked: at the end of its day, or when it was known, if that is
    /// earlier.
    static Instant moment(AsOf at) {
        LocalDate next = at.on().equals(LocalDate.MAX) ? at.on() : at.on().plusDays(1);
        if (next.getYear() > 9999) {
            return at.known();
        }
        Instant end = next.atStartOfDay(ZoneOffset.UTC).toInstant();
        return at.known().isBefore(end) ? at.known() : end;
    }
}
