package org.nostos.cases.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.nostos.cases.CaseQuestion;
import org.nostos.cases.Standing;
import org.nostos.cases.TrackEvent;
import org.nostos.cases.TrackLine;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Who the person is, as far as lists agree: named by one party, or corroborated by another whose row
/// two people judged to be of the same person.
@Component
@Order(20)
class IdentityTrack implements CaseTrack {

    private final Records records;

    IdentityTrack(Records records) {
        this.records = records;
    }

    @Override
    public List<TrackLine> lines(CaseQuestion question) {
        List<AcceptedRecord> known =
                records.byIds(question.records()).stream()
                        .filter(record -> !record.receivedOn().isAfter(question.at().on()))
                        .sorted(Comparator.comparing(AcceptedRecord::receivedOn))
                        .toList();
        long parties = known.stream().map(AcceptedRecord::party).distinct().count();
        String state = parties > 1 ? "CORROBORATED" : "LISTED";
        return List.of(
                new TrackLine(
                        "identity",
                        null,
                        parties > 1 ? Standing.DONE : Standing.DOING,
                        "case.identity." + state,
                        List.of(Integer.toString(known.size()), Long.toString(parties)),
                        known.stream().map(IdentityTrack::event).toList()));
    }

    private static TrackEvent event(AcceptedRecord record) {
        LocalDate day = record.receivedOn();
        return new TrackEvent(
                record.asOf(),
                day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
                record.partyName(),
                "case.identity.listed",
                record.listTitle());
    }
}
