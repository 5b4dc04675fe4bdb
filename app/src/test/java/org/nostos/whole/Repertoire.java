package org.nostos.whole;

import static org.nostos.requests.Ministry.today;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.cases.Cases;
import org.nostos.custody.ConsularChoice.Wish;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyEvent;
import org.nostos.custody.CustodyEvents;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.custody.PropertyContainer;
import org.nostos.custody.PropertyKeeping;
import org.nostos.custody.Telling;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.Judging;
import org.nostos.identity.NationalityEvent;
import org.nostos.identity.NationalityEvents;
import org.nostos.identity.NationalityKeeping;
import org.nostos.identity.NationalityStep;
import org.nostos.identity.Pair;
import org.nostos.identity.SplitPlan;
import org.nostos.identity.Splitting;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.registry.AgeAssessment;
import org.nostos.registry.CareEvent;
import org.nostos.registry.CareEvents;
import org.nostos.registry.CareKeeping;
import org.nostos.registry.FamilyFile;
import org.nostos.registry.Kin;
import org.nostos.registry.KinEvent;
import org.nostos.registry.KinEvents;
import org.nostos.registry.KinKeeping;
import org.nostos.registry.KinRelation;
import org.nostos.requests.AnswerForm;
import org.nostos.requests.AnswerKind;
import org.nostos.requests.Answering;
import org.nostos.requests.AskedFor;
import org.nostos.requests.Disclosing;
import org.nostos.requests.KeepersWords;
import org.nostos.requests.Ministry;
import org.nostos.requests.NoteEvent;
import org.nostos.requests.NoteFile;
import org.nostos.requests.NoteKeeping;
import org.nostos.requests.StepForm;

/// All that can be tried in custody, nationality, family, requests and identity; the law has a page of its
/// own in `RepertoireOfLaw`.
final class Repertoire {

    private static final int ONWARD = 70;
    private static final Map<Cast, List<Deed>> OF = new WeakHashMap<>();
    private static final Map<Cast, List<Deed>> BOUND = new WeakHashMap<>();

    private final Cast cast;
    private final Ministry m;
    private final List<Deed> deeds = new ArrayList<>();

    private Repertoire(Cast cast) {
        this.cast = cast;
        this.m = cast.m;
    }

    static List<Deed> of(Cast cast) {
        return OF.computeIfAbsent(cast, c -> new Repertoire(c).all());
    }

    /// The same for those who are about to go home: mostly their transfer is brought on, and what happens meanwhile
    /// is anything.
    static List<Deed> bound(Cast cast) {
        return BOUND.computeIfAbsent(
                cast,
                c -> {
                    RepertoireOfTransfers transfers = new RepertoireOfTransfers(c);
                    List<Deed> all = new ArrayList<>(of(c));
                    all.addAll(transfers.all());
                    for (int i = 0; i < ONWARD; i++) {
                        all.add(transfers.onward());
                    }
                    return List.copyOf(all);
                });
    }

    private List<Deed> all() {
        custody();
        nationality();
        family();
        requests();
        identity();
        deeds.addAll(new RepertoireOfLaw(cast).all());
        deeds.addAll(new RepertoireOfTransfers(cast).all());
        deeds.addAll(new RepertoireOfConditions(cast).all());
        Forgery forgery = new Forgery(cast);
        for (int i = 0; i < 6; i++) {
            deeds.add(new Deed("forged", cast.everybody, (play, step) -> forgery.of(play, step)));
        }
        return List.copyOf(deeds);
    }

    /// Any way to assess an age, lawful or not.
    private static AgeAssessment assessed(Step step) {
        Set<AgeAssessment.Method> by =
                Arrays.stream(AgeAssessment.Method.values())
                        .filter(method -> (step.two() >> method.ordinal() & 1) == 1)
                        .collect(Collectors.toSet());
        return new AgeAssessment(by, step.two() % 5 > 0, step.two() % 7 > 0);
    }

    private void deed(String name, List<Caller> usual, Deed.Made made) {
        deeds.add(new Deed(name, usual, made));
    }

    private List<Caller> officers() {
        return List.of(m.officer, m.colleague);
    }

    private void custody() {
        CustodyKeeping custody = m.bean(CustodyKeeping.class);
        for (int i = 0; i < 2; i++) {
            deed(
                    "custody",
                    officers(),
                    (play, step) -> {
                        List<UUID> one = play.one(step);
                        CustodyEntry entry = entry(play, step);
                        UUID last = m.officer.call(() -> custody.file(one, play.now()).last());
                        return () -> custody.record(one, entry, play.seen(step, last));
                    });
        }
        deed(
                "custody taken back",
                officers(),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    CustodyEvent event = play.any(step, () -> m.bean(CustodyEvents.class).of(one));
                    UUID last = m.officer.call(() -> custody.file(one, play.now()).last());
                    return event == null
                            ? null
                            : () -> custody.takeBack(one, event.id(), "the wrong person", last);
                });
        deed(
                "consular wish",
                officers(),
                (play, step) -> {
                    Telling.How how = new Telling.How(play.day(step), "Arabic", "Reed", "form 4");
                    return () ->
                            m.bean(Telling.class)
                                    .consul(
                                            play.person(step),
                                            play.state(step),
                                            step.of(Wish.values(), step.more()),
                                            how);
                });
        PropertyKeeping property = m.bean(PropertyKeeping.class);
        deed(
                "property sealed",
                officers(),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    return () ->
                            property.seal(
                                    one,
                                    new PropertyKeeping.Sealing(
                                            today(),
                                            "S-" + UUID.randomUUID(),
                                            "Reed",
                                            "1 ring",
                                            "form 5"));
                });
        deed(
                "property step",
                officers(),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    List<PropertyContainer> sealed = m.officer.call(() -> property.of(one));
                    PropertyContainer.Kind kind =
                            step.of(PropertyContainer.Kind.values(), step.more());
                    if (sealed.isEmpty()) {
                        return null;
                    }
                    PropertyContainer container = sealed.get(step.two() % sealed.size());
                    PropertyKeeping.Handling handling =
                            new PropertyKeeping.Handling(
                                    kind, today(), "Sparrow", "asked for it", container.last());
                    return () -> property.step(one, container.id(), handling);
                });
        deed(
                "case opened",
                officers(),
                (play, step) ->
                        () ->
                                m.bean(Cases.class)
                                        .open(List.of(play.person(step)), "held")
                                        .obstacles());
    }

    private static CustodyEntry entry(Play play, Step step) {
        CustodyKind kind =
                step.more() % 3 == 0
                        ? CustodyKind.ADMITTED
                        : step.of(CustodyKind.values(), step.two());
        return new CustodyEntry(
                kind,
                PartialDate.ofDay(play.day(step)),
                kind.says(CustodyKind.Field.AUTHORITY)
                        ? HoldingAuthority.named(step.two() % 2 == 0 ? "North" : "South")
                        : null,
                null,
                kind.says(CustodyKind.Field.PLACE) ? "Site" : "",
                "",
                kind.says(CustodyKind.Field.GROUND)
                        ? step.of(LegalGround.values(), step.more())
                        : null,
                "",
                "a list",
                "as written");
    }

    private void nationality() {
        NationalityKeeping keeping = m.bean(NationalityKeeping.class);
        NationalityEvents events = m.bean(NationalityEvents.class);
        for (int i = 0; i < 2; i++) {
            deed(
                    "nationality",
                    officers(),
                    (play, step) -> {
                        UUID person = play.person(step);
                        List<UUID> one = play.one(step);
                        UUID last = play.last(() -> events.ofPersons(one), NationalityEvent::id);
                        NationalityKeeping.Entry entry =
                                new NationalityKeeping.Entry(
                                        play.state(step),
                                        play.day(step),
                                        "a letter",
                                        "as written",
                                        play.seen(step, last));
                        return nationality(keeping, person, entry, step);
                    });
        }
        deed(
                "nationality confirmed",
                List.of(m.officer, m.colleague, m.legal),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    NationalityEvent event = play.any(step, () -> events.ofPersons(one));
                    UUID last = play.last(() -> events.ofPersons(one), NationalityEvent::id);
                    return event == null
                            ? null
                            : () -> keeping.confirm(one.getFirst(), event.id(), last);
                });
        deed(
                "nationality corrected",
                officers(),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    NationalityEvent event = play.any(step, () -> events.ofPersons(one));
                    UUID last = play.last(() -> events.ofPersons(one), NationalityEvent::id);
                    return event == null
                            ? null
                            : () -> keeping.correct(one.getFirst(), event.id(), "misread", last);
                });
    }

    private static Supplier<List<Obstacle>> nationality(
            NationalityKeeping keeping, UUID person, NationalityKeeping.Entry entry, Step step) {
        NationalityEvent.Rests rests = step.of(NationalityEvent.Rests.values(), step.more());
        return switch (step.more() % 6) {
            case 0 -> () -> keeping.claimed(person, entry);
            case 1 -> () -> keeping.requested(person, entry, today().plusDays(30));
            case 2 -> () -> keeping.interviewed(person, entry);
            case 3 -> () -> keeping.challenged(person, entry);
            default ->
                    () ->
                            keeping.found(
                                    person,
                                    entry,
                                    step.of(
                                            List.of(
                                                    NationalityStep.VERIFIED,
                                                    NationalityStep.DENIED,
                                                    NationalityStep.DEPRIVED,
                                                    NationalityStep.RENOUNCED),
                                            step.two()),
                                    rests);
        };
    }

    private void family() {
        KinKeeping ties = m.bean(KinKeeping.class);
        deed(
                "tie proposed",
                officers(),
                (play, step) -> {
                    KinRelation relation = step.of(KinRelation.values(), step.more() % 7);
                    KinKeeping.Proposal tie =
                            new KinKeeping.Proposal(
                                    play.another(step),
                                    "",
                                    null,
                                    relation,
                                    KinEvent.Marriage.CIVIL,
                                    KinEvent.Grade.STATED,
                                    true,
                                    play.day(step),
                                    "his own word");
                    UUID last = family(play, step).last();
                    return () -> ties.propose(play.person(step), tie, play.seen(step, last));
                });
        for (int i = 0; i < 2; i++) {
            deed(
                    "tie step",
                    List.of(m.officer, m.colleague, m.legal),
                    (play, step) -> {
                        FamilyFile file = family(play, step);
                        KinEvent tie =
                                play.any(
                                        step,
                                        () -> m.bean(KinEvents.class).ofPersons(play.one(step)));
                        KinEvent.Kind kind = step.of(KinEvent.Kind.values(), 1 + step.more() % 7);
                        return tie == null
                                ? null
                                : () ->
                                        ties.step(
                                                play.person(step),
                                                tie.tie(),
                                                new KinKeeping.Step(
                                                        kind,
                                                        play.day(step),
                                                        true,
                                                        "as they say",
                                                        file.last()));
                    });
        }
        CareKeeping care = m.bean(CareKeeping.class);
        deed(
                "care",
                officers(),
                (play, step) -> {
                    UUID person = play.person(step);
                    CareKeeping.Entry entry =
                            new CareKeeping.Entry(
                                    play.day(step),
                                    "a physician",
                                    "as written",
                                    play.seen(step, family(play, step).last()));
                    return switch (step.more() % 5) {
                        case 0 ->
                                () ->
                                        care.ageAssessed(
                                                person,
                                                entry,
                                                today().minusYears(20 - step.two() % 9),
                                                today().minusYears(19 - step.two() % 9),
                                                assessed(step),
                                                "the guardianship court");
                        case 1 ->
                                () ->
                                        care.companySaid(
                                                person,
                                                entry,
                                                step.of(CareEvent.Company.values(), step.two()));
                        case 2 -> () -> care.died(person, entry);
                        case 3 -> () -> care.guardianAppointed(person, entry, "Sparrow");
                        default ->
                                () ->
                                        care.screened(
                                                person,
                                                entry,
                                                CareEvent.Ground.SLAVERY,
                                                CareEvent.Outcome.INDICATION);
                    };
                });
        deed(
                "care confirmed",
                List.of(m.officer, m.colleague, m.legal),
                (play, step) -> {
                    CareEvent event =
                            play.any(
                                    step, () -> m.bean(CareEvents.class).ofPersons(play.one(step)));
                    UUID last = family(play, step).last();
                    return event == null
                            ? null
                            : () -> care.confirm(play.person(step), event.id(), last);
                });
    }

    private FamilyFile family(Play play, Step step) {
        List<UUID> one = play.one(step);
        return m.as(m.officer, () -> m.bean(Kin.class).of(one, play.now()));
    }

    private void requests() {
        Disclosing disclosing = m.bean(Disclosing.class);
        NoteKeeping notes = m.bean(NoteKeeping.class);
        deed(
                "disclosure drafted",
                officers(),
                (play, step) -> {
                    Disclosing.Draft draft =
                            new Disclosing.Draft(
                                    play.state(step),
                                    asked(step),
                                    EnumSet.of(FieldRole.GIVEN_NAME, FieldRole.BIRTH_DATE),
                                    today().plusDays(60),
                                    step.more() % 9 == 0,
                                    "heard alone",
                                    step.more() % 2 == 0 ? Ministry.TREATY : null);
                    return () -> disclosing.draft(play.person(step), draft);
                });
        deed(
                "keeper's word",
                List.of(m.keeper),
                (play, step) -> {
                    List<UUID> waiting = disclosures(play, step);
                    return waiting.isEmpty()
                            ? null
                            : () -> m.bean(KeepersWords.class).say(waiting, step.more() % 5 > 0);
                });
        for (int i = 0; i < 2; i++) {
            deed(
                    "disclosure step",
                    List.of(m.legal, cast.cedar),
                    (play, step) -> {
                        List<UUID> one = play.one(step);
                        List<UUID> drafted = disclosures(play, step);
                        if (drafted.isEmpty()) {
                            return null;
                        }
                        UUID id = drafted.get(step.two() % drafted.size());
                        UUID seen = m.lastSaid(id, one);
                        return switch (step.more() % 6) {
                            case 0 -> () -> disclosing.withdraw(id, one, "asks us not to", seen);
                            case 1 ->
                                    () ->
                                            disclosing.refuse(
                                                    id, one, "a relative lives there", seen);
                            default -> () -> disclosing.clear(id, one, "looked", seen);
                        };
                    });
        }
        deed(
                "note begun",
                officers(),
                (play, step) ->
                        () -> {
                            NoteKeeping.Begun begun =
                                    notes.begin(play.state(step), asked(step), "", "");
                            if (begun.note() != null) {
                                play.notes.add(begun.note());
                            }
                            return begun.obstacles();
                        });
        deed(
                "a whole line",
                officers(),
                (play, step) -> {
                    UUID note = m.begun(play.state(step), AskedFor.NATIONALITY);
                    play.notes.add(note);
                    UUID cleared =
                            m.cleared(play.person(step), play.state(step), AskedFor.NATIONALITY);
                    return () -> m.put(note, List.of(cleared));
                });
        deed(
                "put into a note",
                officers(),
                (play, step) -> {
                    List<UUID> drafted = disclosures(play, step);
                    UUID note = note(play, step);
                    return note == null || drafted.isEmpty()
                            ? null
                            : () -> notes.put(note, drafted, m.seen(m.officer, note));
                });
        for (int i = 0; i < 4; i++) {
            deed(
                    "note step",
                    List.of(m.colleague, m.legal, m.officer, cast.cedar),
                    (play, step) -> {
                        UUID note = note(play, step);
                        return note == null ? null : noteStep(play, step, note);
                    });
        }
        deed(
                "answer",
                List.of(m.meridia, m.oristan),
                (play, step) -> {
                    UUID note = note(play, step);
                    NoteFile file = note == null ? null : m.file(note);
                    if (note == null || file == null || file.lines().isEmpty()) {
                        return null;
                    }
                    UUID line = file.lines().get(step.two() % file.lines().size()).line().id();
                    AnswerKind kind = step.of(AnswerKind.values(), step.more());
                    AnswerForm form =
                            kind == AnswerKind.REFUSED
                                    ? AnswerForm.refusal(true, "no record", "")
                                    : AnswerForm.of(kind);
                    return () ->
                            m.bean(Answering.class)
                                    .give(note, List.of(line), form, play.day(step), file.last());
                });
    }

    private Supplier<List<Obstacle>> noteStep(Play play, Step step, UUID note) {
        NoteEvent.Kind next =
                switch (m.file(note).standing().state()) {
                    case DRAFT ->
                            step.two() % 3 == 0 ? NoteEvent.Kind.SIGNED : NoteEvent.Kind.CLEARED;
                    case SIGNED -> NoteEvent.Kind.SENT;
                    default -> step.of(NoteEvent.Kind.values(), step.more());
                };
        NoteEvent.Kind kind =
                step.more() % 4 == 0 ? step.of(NoteEvent.Kind.values(), step.more() / 4) : next;
        UUID last = m.seen(m.officer, note);
        return () ->
                m.bean(NoteKeeping.class)
                        .step(
                                note,
                                kind,
                                new StepForm(
                                        play.day(step),
                                        "as agreed",
                                        "by hand",
                                        null,
                                        play.seen(step, last)));
    }

    private static @Nullable UUID note(Play play, Step step) {
        return play.notes.isEmpty() ? null : play.notes.get(step.one() % play.notes.size());
    }

    private List<UUID> disclosures(Play play, Step step) {
        List<UUID> one = play.one(step);
        return m.officer.call(() -> m.bean(Disclosing.class).of(one)).stream()
                .map(line -> line.disclosure().id())
                .toList();
    }

    private static AskedFor asked(Step step) {
        return step.of(AskedFor.values(), step.more());
    }

    private void identity() {
        IdentityReview review = m.bean(IdentityReview.class);
        for (int i = 0; i < 2; i++) {
            deed(
                    "judged",
                    List.of(m.keeper, m.second),
                    (play, step) -> {
                        Pair pair =
                                Pair.of(
                                        cast.recordOf(play.person(step)),
                                        cast.recordOf(play.another(step)));
                        Verdict verdict = step.more() % 4 == 0 ? Verdict.DIFFERENT : Verdict.SAME;
                        return () -> came(play, review.judge(pair, verdict, "the names agree"));
                    });
        }
        deed(
                "judged by two",
                List.of(m.second),
                (play, step) -> {
                    Pair pair =
                            Pair.of(
                                    cast.recordOf(play.people.get(0)),
                                    cast.recordOf(play.people.get(1 + step.two() % 2)));
                    m.keeper.run(() -> review.judge(pair, Verdict.SAME, "the names agree"));
                    return () -> came(play, review.judge(pair, Verdict.SAME, "the names agree"));
                });
        deed(
                "judgement taken back",
                List.of(m.keeper, m.second),
                (play, step) -> {
                    UUID given =
                            play.judgements.isEmpty() ? null : step.of(play.judgements, step.two());
                    return given == null
                            ? null
                            : () -> came(play, review.undo(given, "the file came out wrong"));
                });
        Splitting splitting = m.bean(Splitting.class);
        for (int i = 0; i < 2; i++) {
            deed("split drafted", List.of(m.keeper), (play, step) -> split(play, step, splitting));
        }
        for (int i = 0; i < 3; i++) {
            deed(
                    "split step",
                    List.of(m.second),
                    (play, step) -> {
                        UUID split = play.splits.isEmpty() ? null : play.splits.getLast();
                        return split == null
                                ? null
                                : switch (step.more() % 8) {
                                    case 0 -> () -> splitting.withdraw(split, "too early");
                                    case 1 -> () -> splitting.askUndo(split, "it was right");
                                    case 2 -> () -> splitting.undo(split, "so it was");
                                    case 3 -> () -> splitting.withdrawUndo(split, "no");
                                    default -> () -> splitting.carryOut(split, "I read both files");
                                };
                    });
        }
    }

    private @Nullable Supplier<List<Obstacle>> split(Play play, Step step, Splitting splitting) {
        List<UUID> one = play.one(step);
        if (one.size() < 2) {
            return null;
        }
        Map<UUID, Integer> places = new HashMap<>();
        for (int i = 0; i < one.size(); i++) {
            places.put(cast.recordOf(one.get(i)), i == 0 ? 1 : 1 + (step.more() + i) % 2);
        }
        places.put(cast.recordOf(one.getLast()), 2);
        Map<String, Integer> chosen = new HashMap<>();
        SplitPlan plan =
                m.keeper.call(() -> splitting.plan(one.getFirst(), places, Map.of())).orElseThrow();
        plan.lines().stream()
                .filter(SplitPlan.Line::isOpen)
                .forEach(line ->
                        chosen.put(
                                line.key(),
                                1 + Math.floorMod(line.key().hashCode() + step.two(), 2)));
        return () -> {
            Splitting.Drafting drafted =
                    splitting.draft(one.getFirst(), places, chosen, "the fathers differ");
            if (drafted.split() != null) {
                play.splits.add(drafted.split());
            }
            return drafted.obstacles();
        };
    }

    private static List<Obstacle> came(Play play, Judging judging) {
        return switch (judging) {
            case Judging.Done done -> {
                play.judgements.add(done.judgement());
                yield List.of();
            }
            case Judging.Changed _ -> List.of(Obstacle.of("obstacle.case.changed"));
            case Judging.Refused refused -> refused.obstacles();
        };
    }
}
