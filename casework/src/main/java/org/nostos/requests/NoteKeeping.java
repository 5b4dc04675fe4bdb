package org.nostos.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.documents.Printed;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.nostos.requests.NoteEvent.Kind;
import org.nostos.requests.NoteFile.Candidate;
import org.nostos.requests.NotesVerbales.LinePerson;
import org.nostos.requests.NotesVerbales.PaperOf;
import org.nostos.requests.internal.Folding;
import org.nostos.requests.internal.NotePress;
import org.nostos.requests.internal.Snapshots;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the committee does with a note: draft it, put persons in, clear it with four eyes, sign, send,
/// and follow it until it is answered. Thread-safe.
@Service
@Transactional
public class NoteKeeping {

    private static final int LONGEST_WORDS = 4000;
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_SOURCE = 500;
    private static final int CANDIDATES = 50;

    private final Acts acts;
    private final NotesVerbales notes;
    private final Disclosures disclosures;
    private final States states;
    private final People people;
    private final Persons persons;
    private final Folding folding;
    private final NotePress press;
    private final ApplicationEventPublisher events;

    public NoteKeeping(
            Acts acts,
            NotesVerbales notes,
            Disclosures disclosures,
            States states,
            People people,
            Persons persons,
            Folding folding,
            NotePress press,
            ApplicationEventPublisher events) {
        this.acts = acts;
        this.notes = notes;
        this.disclosures = disclosures;
        this.states = states;
        this.people = people;
        this.persons = persons;
        this.folding = folding;
        this.press = press;
        this.events = events;
    }

    /// A note as a line of a table.
    public record Line(NoteVerbale note, NoteStanding standing, long persons, long answered) {}

    /// A note that was begun, or why it was not.
    public record Begun(@Nullable UUID note, List<Obstacle> obstacles) {}

    /// The notes, the latest first, of one state if one is named. It shows counts and nobody.
    @Transactional(readOnly = true)
    public List<Line> all(@Nullable StateCode state) {
        return lines(folding, notes.all(state, Integer.MAX_VALUE));
    }

    static List<Line> lines(Folding folding, List<NoteVerbale> found) {
        Map<UUID, Folding.Stood> stood = folding.stoodNow(found);
        return found.stream()
                .map(note -> line(note, Objects.requireNonNull(stood.get(note.id()))))
                .toList();
    }

    private static Line line(NoteVerbale note, Folding.Stood stood) {
        return new Line(note, stood.standing(), stood.annex().persons(), stood.annex().answered());
    }

    /// One note whole: reading it is an act on the persons of its annex.
    public Optional<NoteFile> file(UUID id) {
        return notes.byId(id).map(this::file);
    }

    private NoteFile file(NoteVerbale note) {
        List<NoteLine> lines = notes.lines(List.of(note.id()));
        List<Asked> asked = folding.asked(lines, AsOf.now());
        List<NoteEvent> said = notes.events(List.of(note.id()));
        NoteStanding standing =
                Objects.requireNonNull(folding.standings(List.of(note), AsOf.now()).get(note.id()));
        List<UUID> meant = asked.stream().map(Asked::person).toList();
        if (!meant.isEmpty()) {
            record("requests.read", note, Map.of("persons", meant), null);
        }
        return new NoteFile(
                note,
                standing,
                asked,
                said,
                numbers(asked),
                isOpenDraft(standing) ? candidates(note, meant) : List.of(),
                ahead(note, lines, standing),
                states.agreements(note.state()),
                last(said, asked));
    }

    private static boolean isOpenDraft(NoteStanding standing) {
        return standing.state() == NoteState.DRAFT && standing.clearers().isEmpty();
    }

    /// What the step lacks that comes next on the way to the state.
    private List<Unmet> ahead(NoteVerbale note, List<NoteLine> lines, NoteStanding standing) {
        Kind next =
                switch (standing.state()) {
                    case DRAFT -> Kind.CLEARED;
                    case CLEARED -> Kind.SIGNED;
                    case SIGNED, RETURNED -> Kind.SENT;
                    default -> null;
                };
        return next == null
                ? List.of()
                : NoteSteps.unmet(
                        next,
                        standing,
                        facts(note, lines),
                        Caller.required().account(),
                        Caller.required().role());
    }

    /// The steps that the note's state allows; what one of them lacks is said when it is tried.
    public static Set<Kind> steps(NoteStanding standing) {
        return NoteSteps.open(standing.state(), !standing.clearers().isEmpty());
    }

    private Map<UUID, String> numbers(List<Asked> asked) {
        Map<UUID, String> byPerson =
                persons.byIds(asked.stream().map(Asked::person).toList()).stream()
                        .collect(Collectors.toMap(Person::id, Person::number));
        Map<UUID, String> byLine = new HashMap<>();
        asked.forEach(one -> byLine.put(one.line().id(), byPerson.getOrDefault(one.person(), "")));
        return byLine;
    }

    /// So many as a page shows: whoever has nothing that may be told makes room for the next.
    private List<Candidate> candidates(NoteVerbale note, Collection<UUID> there) {
        Set<UUID> without = new HashSet<>(there);
        List<Candidate> candidates = new ArrayList<>();
        int open;
        List<Disclosure> next;
        do {
            open = CANDIDATES - candidates.size();
            next = disclosures.askable(note.state(), note.asked(), without, AsOf.now().on(), open);
            next.forEach(one -> without.add(one.person()));
            candidates.addAll(said(next));
        } while (next.size() == open && candidates.size() < CANDIDATES);
        return candidates;
    }

    private List<Candidate> said(List<Disclosure> of) {
        Map<UUID, PersonFile> files =
                people.sayings(of.stream().map(Disclosure::person).distinct().toList());
        return of.stream()
                .flatMap(one ->
                        Stream.ofNullable(files.get(one.person()))
                                .map(file ->
                                        new Candidate(
                                                one.id(),
                                                one.person(),
                                                file.leader().number(),
                                                Snapshots.of(file, one.fields()))))
                .filter(candidate -> !candidate.said().isEmpty())
                .toList();
    }

    /// Begins a draft to a state.
    public Begun begin(StateCode state, AskedFor asked, String wordsEn, String wordsAr) {
        Optional<StateEntry> to = states.byCode(state);
        if (to.isEmpty()) {
            return new Begun(null, List.of(Obstacle.of("obstacle.requests.no-state")));
        }
        if (wordsEn.length() > LONGEST_WORDS || wordsAr.length() > LONGEST_WORDS) {
            return new Begun(null, List.of(Obstacle.of("obstacle.requests.too-long")));
        }
        Caller caller = Caller.required();
        NoteVerbale note =
                new NoteVerbale(
                        UUID.randomUUID(),
                        null,
                        state,
                        to.get().name(),
                        asked,
                        wordsEn.strip(),
                        wordsAr.strip(),
                        caller.account(),
                        caller.displayName(),
                        Instant.now());
        notes.begin(note, record("requests.note-begun", note, Map.of(), null));
        return new Begun(note.id(), List.of());
    }

    /// Puts cleared persons into the annex, each with the fields that were cleared, as their file has
    /// them now.
    public List<Obstacle> put(UUID id, List<UUID> cleared, @Nullable UUID seen) {
        NoteVerbale note = turn(id);
        List<NoteLine> lines = notes.lines(List.of(id));
        List<Asked> asked = folding.asked(lines, AsOf.now());
        NoteStanding standing =
                Objects.requireNonNull(folding.standings(List.of(note), AsOf.now()).get(id));
        if (changed(note, asked, seen)) {
            return List.of(Obstacle.of("obstacle.case.changed"));
        }
        if (!isOpenDraft(standing)) {
            return List.of(Unmet.of(RequestRule.WRONG_ORDER).obstacle());
        }
        List<Candidate> chosen =
                candidates(note, asked.stream().map(Asked::person).toList()).stream()
                        .filter(candidate -> cleared.contains(candidate.disclosure()))
                        .sorted(
                                Comparator.comparing(
                                        candidate -> cleared.indexOf(candidate.disclosure())))
                        .toList();
        if (chosen.isEmpty() || chosen.size() != Set.copyOf(cleared).size()) {
            return List.of(Unmet.of(RequestRule.NOT_CLEARED).obstacle());
        }
        write(note, chosen);
        return List.of();
    }

    private void write(NoteVerbale note, List<Candidate> chosen) {
        UUID act =
                record(
                        "requests.lines-added",
                        note,
                        Map.of("persons", chosen.stream().map(Candidate::person).toList()),
                        null);
        int place = notes.highestPlace(note.id());
        for (Candidate one : chosen) {
            place++;
            NoteLine line =
                    new NoteLine(
                            UUID.randomUUID(),
                            note.id(),
                            place,
                            one.said(),
                            Caller.required().account());
            notes.add(line, one.person(), one.disclosure(), act);
            events.publishEvent(new CaseChanged(one.person()));
        }
    }

    /// Takes a person out of a draft.
    public List<Obstacle> remove(UUID id, UUID line, String reason) {
        NoteVerbale note = turn(id);
        NoteStanding standing =
                Objects.requireNonNull(folding.standings(List.of(note), AsOf.now()).get(id));
        boolean there = notes.lines(List.of(id)).stream().anyMatch(one -> one.id().equals(line));
        if (!there || !isOpenDraft(standing)) {
            return List.of(Unmet.of(RequestRule.WRONG_ORDER).obstacle());
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return List.of(Obstacle.of("obstacle.requests.reason"));
        }
        List<UUID> meant = meant(List.of(line));
        UUID act = record("requests.line-removed", note, Map.of("persons", meant), reason.strip());
        notes.remove(line, reason.strip(), act);
        return List.of();
    }

    /// Takes one step with a note, or says everything that stands before it.
    public List<Obstacle> step(UUID id, Kind step, StepForm form) {
        NoteVerbale note = turn(id);
        List<NoteLine> lines = notes.lines(List.of(id));
        if (changed(note, folding.asked(lines, AsOf.now()), form.seen())) {
            return List.of(Obstacle.of("obstacle.case.changed"));
        }
        NoteStanding standing =
                Objects.requireNonNull(folding.standings(List.of(note), AsOf.now()).get(id));
        Caller caller = Caller.required();
        List<Obstacle> missing = new ArrayList<>(faults(step, form));
        NoteSteps.unmet(step, standing, facts(note, lines), caller.account(), caller.role())
                .forEach(unmet -> missing.add(unmet.obstacle()));
        if (!missing.isEmpty()) {
            return List.copyOf(missing);
        }
        take(note, step, form, lines);
        return List.of();
    }

    private void take(NoteVerbale note, Kind step, StepForm form, List<NoteLine> lines) {
        List<UUID> meant = meant(lines.stream().map(NoteLine::id).toList());
        String kind = "requests.note-" + step.name().toLowerCase(java.util.Locale.ROOT);
        Act act =
                Act.of(kind, Purpose.STATE_REQUEST, Map.of("note", note.id(), "persons", meant))
                        .withReason(form.reason().isBlank() ? null : form.reason().strip());
        UUID written =
                acts.record(form.document() == null ? act : act.withDocument(form.document()));
        Caller caller = Caller.required();
        notes.add(
                new NoteEvent(
                        UUID.randomUUID(),
                        note.id(),
                        step,
                        form.on(),
                        form.reason().strip(),
                        form.source().strip(),
                        form.document(),
                        caller.account(),
                        caller.displayName(),
                        Instant.now()),
                written);
        if (step == Kind.SIGNED) {
            notes.number(note.id(), written);
            print(note.id(), lines, form, written);
        }
        meant.forEach(person -> events.publishEvent(new CaseChanged(person)));
    }

    private void print(UUID id, List<NoteLine> lines, StepForm form, UUID act) {
        NoteVerbale numbered = notes.byId(id).orElseThrow();
        ReplyClock clock =
                ReplyClock.of(states.agreements(numbered.state()), numbered.asked(), form.on());
        Printed printed =
                press.print(numbered, lines, form.on(), Caller.required().partyName(), clock);
        notes.keep(id, new PaperOf(printed.pdf(), printed.sha256(), printed.contentSha256()), act);
    }

    /// The number of a note that has one.
    @Transactional(readOnly = true)
    public String number(UUID id) {
        return notes.byId(id)
                .map(NoteVerbale::number)
                .orElseThrow(() -> new NoSuchElementException("no number: " + id));
    }

    /// The file of a signed note: reading it is an act on the persons of its annex.
    public Optional<PaperOf> paper(UUID id) {
        Optional<PaperOf> paper = notes.paper(id);
        paper.ifPresent(file -> {
            List<UUID> lines = notes.lines(List.of(id)).stream().map(NoteLine::id).toList();
            acts.record(
                    Act.of(
                                    "requests.paper-read",
                                    Purpose.STATE_REQUEST,
                                    Map.of("note", id, "persons", meant(lines)))
                            .withDocument(file.sha256()));
        });
        return paper;
    }

    private static List<Obstacle> faults(Kind step, StepForm form) {
        List<Obstacle> faults = new ArrayList<>();
        boolean needsReason =
                step == Kind.REDRAFTED || step == Kind.WITHDRAWN || step == Kind.ESCALATED;
        if ((needsReason && form.reason().isBlank())
                || form.reason().length() > LONGEST_REASON
                || form.source().length() > LONGEST_SOURCE) {
            faults.add(Obstacle.of("obstacle.requests.reason"));
        }
        if (step == Kind.DELIVERED && form.source().isBlank()) {
            faults.add(Obstacle.of("obstacle.requests.receipt"));
        }
        if (form.on().isAfter(LocalDate.now(ZoneOffset.UTC))) {
            faults.add(Obstacle.of("obstacle.requests.future"));
        }
        if (form.document() != null && !form.document().matches("[0-9a-f]{64}")) {
            faults.add(Obstacle.of("obstacle.requests.document"));
        }
        return faults;
    }

    private NoteSteps.Facts facts(NoteVerbale note, List<NoteLine> lines) {
        Set<UUID> drafters =
                Stream.concat(Stream.of(note.account()), lines.stream().map(NoteLine::account))
                        .collect(Collectors.toSet());
        return new NoteSteps.Facts(
                drafters,
                lines.size(),
                notes.uncleared(note.id()).size(),
                notes.askedTwice(note.id()).size());
    }

    private boolean changed(NoteVerbale note, List<Asked> asked, @Nullable UUID seen) {
        @Nullable UUID last = last(notes.events(List.of(note.id())), asked);
        return last != null && !last.equals(seen);
    }

    /// The latest thing that happened to the note or an answer.
    static @Nullable UUID last(List<NoteEvent> said, List<Asked> asked) {
        TreeMap<Instant, UUID> byTime = new TreeMap<>();
        said.forEach(event -> byTime.put(event.recordedAt(), event.id()));
        asked.forEach(
                one -> one.events().forEach(event -> byTime.put(event.recordedAt(), event.id())));
        return byTime.isEmpty() ? null : byTime.lastEntry().getValue();
    }

    private List<UUID> meant(List<UUID> lines) {
        return notes.persons(lines).stream().map(LinePerson::person).distinct().toList();
    }

    private NoteVerbale turn(UUID id) {
        notes.turn(id);
        return notes.byId(id).orElseThrow(() -> new NoSuchElementException("no note " + id));
    }

    private UUID record(
            String kind, NoteVerbale note, Map<String, ?> more, @Nullable String reason) {
        Map<String, Object> detail = new HashMap<>(more);
        detail.put("note", note.id());
        detail.put("state", note.state().value());
        return acts.record(Act.of(kind, Purpose.STATE_REQUEST, detail).withReason(reason));
    }
}
