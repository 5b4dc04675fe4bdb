package org.nostos.cases.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.cases.Standing;
import org.nostos.cases.TrackEvent;
import org.nostos.cases.TrackLine;
import org.nostos.identity.IdentityStanding;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.KnownAs;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Who the person is, as far as lists that two people joined agree, and states know.
@Component
@Order(20)
class IdentityTrack implements CaseTrack {

    private final Records records;

    IdentityTrack(Records records) {
        this.records = records;
    }

    @Override
    public List<Reading> readEach(List<CaseSubject> people) {
        KnownAs known = new KnownAs(CaseSubject.people(people));
        Map<UUID, List<AcceptedRecord>> said =
                known.ofRecords(records.byIds(known.records()), AcceptedRecord::id);
        return people.stream()
                .<Reading>map(subject -> {
                    TrackLine line =
                            line(
                                    subject.nationality().identity(),
                                    said.getOrDefault(subject.leader(), List.of()),
                                    subject.at());
                    return () -> List.of(line);
                })
                .toList();
    }

    private static TrackLine line(IdentityStanding standing, List<AcceptedRecord> said, AsOf at) {
        return new TrackLine(
                "identity",
                null,
                standing.compareTo(IdentityStanding.CORROBORATED) < 0
                        ? Standing.DOING
                        : Standing.DONE,
                "identity.standing." + standing,
                List.of(),
                listed(said, at));
    }

    private static List<TrackEvent> listed(List<AcceptedRecord> said, AsOf at) {
        return said.stream()
                .filter(record -> at.counts(record.asOf(), received(record)))
                .sorted(Comparator.comparing(AcceptedRecord::asOf))
                .map(record ->
                        new TrackEvent(
                                record.asOf(),
                                received(record),
                                record.partyName(),
                                "case.identity.listed",
                                record.listTitle()))
                .toList();
    }

    private static Instant received(AcceptedRecord record) {
        return record.receivedOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
