package org.nostos.cases.internal;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.nostos.cases.CaseQuestion;
import org.nostos.cases.Standing;
import org.nostos.cases.TrackEvent;
import org.nostos.cases.TrackLine;
import org.nostos.identity.IdentityStanding;
import org.nostos.identity.Nationalities;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Who the person is, as far as lists that two people joined agree, and states know.
@Component
@Order(20)
class IdentityTrack implements CaseTrack {

    private final Records records;
    private final Nationalities nationalities;

    IdentityTrack(Records records, Nationalities nationalities) {
        this.records = records;
        this.nationalities = nationalities;
    }

    @Override
    public List<TrackLine> lines(CaseQuestion question) {
        IdentityStanding standing = nationalities.of(question.ids(), question.at()).identity();
        return List.of(
                new TrackLine(
                        "identity",
                        null,
                        standing.compareTo(IdentityStanding.CORROBORATED) < 0
                                ? Standing.DOING
                                : Standing.DONE,
                        "identity.standing." + standing,
                        List.of(),
                        listed(question)));
    }

    private List<TrackEvent> listed(CaseQuestion question) {
        return records.byIds(question.records()).stream()
                .filter(record -> question.at().counts(record.asOf(), received(record)))
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

    private static java.time.Instant received(AcceptedRecord record) {
        return record.receivedOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
