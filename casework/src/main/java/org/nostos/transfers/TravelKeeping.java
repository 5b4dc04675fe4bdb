package org.nostos.transfers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.legal.CaseTurns;
import org.nostos.transfers.Fitness.Conclusion;
import org.nostos.transfers.TravelDocument.Event;
import org.nostos.transfers.TravelDocument.Kind;
import org.nostos.transfers.TravelDocument.Type;
import org.nostos.transfers.internal.TransferDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody travels on, and whether they are fit to travel. Thread-safe.
@Service
@Transactional
public class TravelKeeping {

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_NAME = 200;

    private final TransferDesk desk;
    private final TravelPapers papers;
    private final CaseTurns turns;

    TravelKeeping(TransferDesk desk, TravelPapers papers, CaseTurns turns) {
        this.desk = desk;
        this.papers = papers;
        this.turns = turns;
    }

    /// What an officer says of a document or a certificate.
    ///
    /// @param persons who is one person, the leader first
    /// @param seen the last that the page showed of this person's papers
    public record Entry(
            List<UUID> persons, @Nullable UUID seen, LocalDate on, String reason, String source) {
        public Entry {
            persons = List.copyOf(persons);
            reason = reason.strip();
            source = source.strip();
        }
    }

    /// Somebody's documents, the latest first; part of reading the person.
    @Transactional(readOnly = true)
    public List<TravelDocument> documents(List<UUID> persons) {
        return TravelDocument.of(papers.documents(persons), TransferDesk.now());
    }

    /// What physicians concluded, the latest first.
    @Transactional(readOnly = true)
    public List<Fitness> fitness(List<UUID> persons) {
        return papers.fitness(persons).reversed();
    }

    /// What was recorded last of somebody's papers.
    @Transactional(readOnly = true)
    public @Nullable UUID last(List<UUID> persons) {
        List<Event> events = papers.documents(persons);
        List<Fitness> found = papers.fitness(persons);
        Event event = events.isEmpty() ? null : events.getLast();
        Fitness fitness = found.isEmpty() ? null : found.getLast();
        if (event == null || fitness == null) {
            return event != null
                    ? event.stamp().id()
                    : fitness == null ? null : fitness.stamp().id();
        }
        return event.stamp().recordedAt().isAfter(fitness.stamp().recordedAt())
                ? event.stamp().id()
                : fitness.stamp().id();
    }

    /// A state was asked for a document.
    public List<Obstacle> request(Entry entry, Type type, StateCode issuer) {
        List<Obstacle> obstacles = common(entry);
        if (obstacles.isEmpty()) {
            UUID id = UUID.randomUUID();
            write(
                    entry,
                    new Event(
                            TransferDesk.stamp(id, entry.persons.getFirst(), entry.on),
                            id,
                            Kind.REQUESTED,
                            type,
                            issuer,
                            "",
                            null,
                            entry.reason,
                            entry.source));
        }
        return obstacles;
    }

    /// It was issued, or issued again, under a number and until a day; or something else became of it.
    public List<Obstacle> step(
            Entry entry, UUID document, Kind kind, String number, @Nullable LocalDate until) {
        List<Obstacle> obstacles = common(entry);
        TravelDocument known =
                documents(entry.persons).stream()
                        .filter(one -> one.id().equals(document))
                        .findFirst()
                        .orElse(null);
        if (known == null || !known.next().contains(kind)) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        boolean issues = kind == Kind.ISSUED || kind == Kind.REISSUED;
        if (issues
                && (number.isBlank()
                        || number.strip().length() > LONGEST_NUMBER
                        || until == null
                        || until.isBefore(entry.on))) {
            obstacles.add(Obstacle.of("obstacle.transfer.document"));
        }
        if ((kind == Kind.LOST || kind == Kind.CANCELLED) && entry.reason.isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.transfer.reason"));
        }
        if (obstacles.isEmpty()) {
            write(
                    entry,
                    new Event(
                            TransferDesk.stamp(
                                    UUID.randomUUID(), entry.persons.getFirst(), entry.on),
                            document,
                            kind,
                            null,
                            null,
                            issues ? number : "",
                            issues ? until : null,
                            entry.reason,
                            entry.source));
        }
        return obstacles;
    }

    /// A physician concluded whether somebody is fit to travel.
    public List<Obstacle> conclude(
            Entry entry,
            Conclusion conclusion,
            String physician,
            String office,
            @Nullable LocalDate until) {
        List<Obstacle> obstacles = common(entry);
        LocalDate last = entry.on.plusDays(Fitness.LONGEST_DAYS);
        if (physician.isBlank()
                || physician.length() > LONGEST_NAME
                || office.isBlank()
                || office.length() > LONGEST_NAME
                || entry.source.isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.transfer.physician"));
        }
        if (until == null || until.isBefore(entry.on) || until.isAfter(last)) {
            obstacles.add(Obstacle.of("obstacle.transfer.fit-until"));
        }
        if (obstacles.isEmpty() && until != null) {
            UUID leader = entry.persons.getFirst();
            UUID id = UUID.randomUUID();
            papers.add(
                    new Fitness(
                            TransferDesk.stamp(id, leader, entry.on),
                            conclusion,
                            physician,
                            office,
                            until,
                            entry.source),
                    desk.act("fitness-recorded", leader, id));
            desk.changed(List.of(leader));
        }
        return obstacles;
    }

    private List<Obstacle> common(Entry entry) {
        turns.take(entry.persons.getFirst());
        UUID last = last(entry.persons);
        if (!Objects.equals(last, entry.seen)) {
            return new ArrayList<>(List.of(Obstacle.of("obstacle.case.changed")));
        }
        return new ArrayList<>(desk.words(entry.on, entry.reason, entry.source, Role.CASE_OFFICER));
    }

    private void write(Entry entry, Event event) {
        String kind = "document-" + event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        papers.add(event, desk.act(kind, entry.persons.getFirst(), event.stamp().id()));
        desk.changed(List.of(entry.persons.getFirst()));
    }
}
