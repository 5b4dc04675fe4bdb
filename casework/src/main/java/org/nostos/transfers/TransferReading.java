package org.nostos.transfers;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.nostos.basics.Unmet;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.transfers.Preconditions.Stage;
import org.nostos.transfers.TransferFile.LeftOut;
import org.nostos.transfers.TransferFile.Row;
import org.nostos.transfers.internal.Load;
import org.nostos.transfers.internal.Loads;
import org.nostos.transfers.internal.TransferDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads transfers for the committee's pages. Reading one is an act on everybody who is on it. Thread-safe.
@Service
@Transactional
public class TransferReading {

    private final TransferDesk desk;
    private final Transfers transfers;
    private final Loads loads;
    private final TransferWhyNot whyNot;
    private final People people;

    TransferReading(
            TransferDesk desk,
            Transfers transfers,
            Loads loads,
            TransferWhyNot whyNot,
            People people) {
        this.desk = desk;
        this.transfers = transfers;
        this.loads = loads;
        this.whyNot = whyNot;
        this.people = people;
    }

    /// A transfer as a line of a table; it names nobody.
    public record Line(Transfer transfer, TransferStanding standing, long persons) {}

    /// The latest transfers. It shows counts and nobody.
    @Transactional(readOnly = true)
    public List<Line> latest(int most) {
        List<Transfer> all = transfers.all(most);
        List<UUID> ids = all.stream().map(Transfer::id).toList();
        Map<UUID, List<TransferEvent>> events =
                transfers.events(ids).stream().collect(groupingBy(TransferEvent::transfer));
        Map<UUID, List<TransferLine>> lines =
                transfers.lines(ids).stream().collect(groupingBy(TransferLine::transfer));
        Set<UUID> ended = ended(lines.values().stream().flatMap(List::stream).toList());
        return all.stream()
                .map(one ->
                        new Line(
                                one,
                                TransferStanding.of(
                                        events.getOrDefault(one.id(), List.of()),
                                        TransferDesk.now()),
                                lines.getOrDefault(one.id(), List.of()).stream()
                                        .filter(line -> !ended.contains(line.id()))
                                        .count()))
                .toList();
    }

    private Set<UUID> ended(Collection<TransferLine> lines) {
        Set<UUID> ended = new LinkedHashSet<>();
        transfers.lineEvents(lines.stream().map(TransferLine::id).toList()).stream()
                .filter(event -> event.kind().ends())
                .forEach(event -> ended.add(event.line()));
        return ended;
    }

    /// Counts for who watches.
    @Transactional(readOnly = true)
    public List<Transfers.Counted> counts() {
        return transfers.counts();
    }

    /// The transfers that somebody is or was on, the latest first; part of reading the person.
    @Transactional(readOnly = true)
    public List<Mine> of(Collection<UUID> persons) {
        List<Mine> mine = new ArrayList<>();
        for (TransferLine line : transfers.linesOf(persons)) {
            Load load = loads.load(line.transfer(), TransferDesk.now());
            load.all().stream()
                    .filter(one -> one.line().id().equals(line.id()))
                    .forEach(one -> mine.addFirst(new Mine(load.transfer(), load.standing(), one)));
        }
        return mine;
    }

    /// A transfer with one of those who are or were on it.
    public record Mine(Transfer transfer, TransferStanding standing, Passenger passenger) {}

    /// A paper as it was printed and signed: reading it is an act on everybody on the transfer.
    public Optional<Transfers.PaperOf> paper(UUID id, UUID event) {
        Optional<Transfers.PaperOf> paper =
                transfers.papers(id).stream().filter(one -> one.event().equals(event)).findFirst();
        paper.ifPresent(_ ->
                desk.read(
                        "paper-read",
                        id,
                        loads.load(id, TransferDesk.now()).all().stream()
                                .map(Passenger::leader)
                                .toList()));
        return paper;
    }

    /// One transfer whole.
    public Optional<TransferFile> file(UUID id) {
        return transfers.byId(id).map(_ -> file(loads.load(id, TransferDesk.now())));
    }

    private TransferFile file(Load load) {
        Transfer transfer = load.transfer();
        desk.read("read", transfer.id(), load.all().stream().map(Passenger::leader).toList());
        LocalDate day = day(load);
        Set<UUID> travelling = load.travelling();
        List<Row> rows = load.all().stream().map(one -> row(load, one, travelling, day)).toList();
        boolean ahead = load.standing().state().isAhead();
        List<LineFacts> going =
                rows.stream()
                        .filter(row -> row.passenger().standing().isOn())
                        .map(Row::facts)
                        .toList();
        List<Unmet> whole =
                ahead ? Preconditions.of(transfer, load.standing(), going, day) : List.of();
        return new TransferFile(
                transfer,
                load.standing(),
                rows,
                whole,
                ahead ? leftOut(load, travelling) : List.of(),
                transfers.manifest(transfer.id()),
                transfers.papers(transfer.id()),
                transfers.receipts(transfer.id()),
                drafters(load),
                load.last());
    }

    private Row row(Load load, Passenger one, Set<UUID> travelling, LocalDate day) {
        LineFacts facts =
                whyNot.facts(
                        load.transfer(),
                        one.ids(),
                        one.line().clearance(),
                        travelling,
                        one.standing().splitOrdered(),
                        day);
        List<String> names = people.file(one.leader()).map(PersonFile::names).orElse(List.of());
        boolean asked = one.standing().isOn() && load.standing().state().isAhead();
        return new Row(
                one,
                names,
                facts,
                asked ? Preconditions.of(load.transfer(), facts, day, Stage.DEPARTURE) : List.of());
    }

    private List<LeftOut> leftOut(Load load, Set<UUID> travelling) {
        Set<UUID> left = new LinkedHashSet<>();
        load.on().forEach(one -> left.addAll(whyNot.leftOut(one.leader(), travelling)));
        List<LeftOut> shown = new ArrayList<>();
        left.forEach(person ->
                people.file(person)
                        .ifPresent(file ->
                                shown.add(
                                        new LeftOut(
                                                person, file.leader().number(), file.names()))));
        return shown;
    }

    /// The planned day, or today once it has passed.
    static LocalDate day(Load load) {
        LocalDate planned = load.standing().planned();
        return planned == null || planned.isBefore(TransferDesk.today())
                ? TransferDesk.today()
                : planned;
    }

    static List<UUID> drafters(Load load) {
        return Stream.concat(
                        Stream.of(load.transfer().account()),
                        load.all().stream().map(one -> one.line().account()))
                .distinct()
                .toList();
    }
}
