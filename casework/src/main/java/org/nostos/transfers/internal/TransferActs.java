package org.nostos.transfers.internal;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.basics.Stamp;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.nostos.registry.StampedActs;
import org.nostos.transfers.Transfer;
import org.nostos.transfers.TransferLine;
import org.nostos.transfers.Transfers;
import org.nostos.transfers.TravelPapers;
import org.springframework.stereotype.Component;

/// That somebody was put on a transfer, and what they were given to travel on, as acts that must be put
/// back when a person is taken apart.
@Component
class TransferActs implements ActsOnPerson {

    private final Transfers transfers;
    private final TravelPapers papers;

    TransferActs(Transfers transfers, TravelPapers papers) {
        this.transfers = transfers;
        this.papers = papers;
    }

    @Override
    public String room() {
        return "transfers";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        StampedActs acts = new StampedActs(room(), joined);
        Set<UUID> ids = acts.persons();
        List<TransferLine> lines = transfers.linesOf(ids);
        Map<UUID, String> numbers =
                transfers
                        .byIds(lines.stream().map(TransferLine::transfer).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(Transfer::id, Transfer::number));
        lines.forEach(line ->
                acts.add(stamp(line), "transfer", null, numbers.getOrDefault(line.transfer(), "")));
        papers.documents(ids)
                .forEach(e ->
                        acts.add(
                                e.stamp(),
                                "travel-document",
                                "travel.kind." + e.kind(),
                                e.number()));
        papers.fitness(ids)
                .forEach(one ->
                        acts.add(
                                one.stamp(),
                                "fit-to-travel",
                                "fitness." + one.conclusion(),
                                one.source()));
        return acts.all();
    }

    private static Stamp stamp(TransferLine line) {
        return new Stamp(
                line.id(),
                line.person(),
                line.recordedAt().atZone(ZoneOffset.UTC).toLocalDate(),
                line.recordedAt(),
                line.account(),
                line.by());
    }
}
